namespace MLCareerBot.Knowledge.Matching;

/// <summary>A light English stemmer: cuts one ending, so that earn, earns and earning are one word.</summary>
internal static class Stemmer
{
    private const int ShortestStem = 3;

    // Longest first among those that share an end.
    private static readonly (string Ending, int Cut)[] Endings =
    [
        ("ies", 2), ("sses", 2), ("ing", 3), ("edly", 4), ("ed", 2), ("ment", 4), ("ation", 3), ("ly", 2), ("es", 2), ("s", 1),
    ];

    /// <summary>Length of the word's stem; the stem is the word's beginning.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        var length = word.Length;
        if (length <= ShortestStem)
        {
            return length;
        }

        length -= EndingLength(word);
        return length > ShortestStem && word[length - 1] is 'e' ? length - 1 : length;
    }

    private static int EndingLength(ReadOnlySpan<char> word)
    {
        foreach (var (ending, cut) in Endings)
        {
            if (word.EndsWith(ending) && word.Length - cut >= ShortestStem)
            {
                return ending is "s" && word[^2] is 's' ? 0 : cut;
            }
        }

        return 0;
    }
}
