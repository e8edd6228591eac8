namespace MLCareerBot.Tests.Fakes;

/// <summary>A test that needs Node.js and the packages of <c>tests/peers</c>; skipped, with the reason, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute()
    {
        if (Node is null)
        {
            Skip = "Node.js is not installed.";
        }
        else if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Skip = "Run 'npm ci' in tests/peers first.";
        }
    }

    /// <summary>Where the peers are.</summary>
    public static string Folder => RepositoryFolder.PathOf(Path.Combine("tests", "peers"));

    /// <summary>The path of the program that runs them.</summary>
    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") })
        .FirstOrDefault(File.Exists);
}
