using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>Finds the word that a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    private const int MostEdits = 3;

    /// <summary>The nearest word, or null if none is near: at most a third of the letters, and three at most, may differ.</summary>
    public static string? Find(string word, IEnumerable<string> words)
    {
        var typed = word.ToLowerInvariant();
        var most = Math.Min(MostEdits, word.Length / 3);
        string? nearest = null;
        foreach (var candidate in words)
        {
            var edits = EditDistance.Between(typed, candidate.ToLowerInvariant(), most);
            if (edits <= most)
            {
                (nearest, most) = (candidate, edits - 1);
            }
        }

        return nearest;
    }
}
