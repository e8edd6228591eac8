namespace MLCareerBot.Knowledge.Matching;

/// <summary>What the matcher knows of English before it sees a pack: word lists shipped inside the assembly.</summary>
internal static class EnglishText
{
    /// <summary>Chat slang and what it stands for.</summary>
    public static IEnumerable<(string Phrase, string Use)> Slang =>
        Lines("slang.txt").Select(line => line.Split('\t')).Select(columns => (columns[0], columns[1]));

    /// <summary>Everyday messages that belong to no pack.</summary>
    public static IReadOnlyList<string> Background => [.. Lines("background.txt")];

    /// <summary>Words that say nothing of what a message is about.</summary>
    public static IEnumerable<string> FunctionWords => Lines("functionwords.txt");

    /// <summary>About 63,000 English words (SCOWL up to size 50), in a set of the caller's own.</summary>
    public static HashSet<string> GeneralWords() => new(Lines("english.txt"), StringComparer.Ordinal);

    private static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(EnglishText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly was built without {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
