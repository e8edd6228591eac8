namespace MLCareerBot.Tests;

/// <summary>Where the repository lies, for files that the build does not copy.</summary>
internal static class RepositoryFolder
{
    /// <summary>The path of a file or folder in it.</summary>
    public static string PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MLCareerBot.sln")))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
