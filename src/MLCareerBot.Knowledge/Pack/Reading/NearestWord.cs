namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>Finds the word that a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    /// <summary>The nearest word, or null if none is near: at most a third of the letters, and three at most, may differ.</summary>
    public static string? Find(string word, IEnumerable<string> words)
    {
        var limit = Math.Min(3, word.Length / 3);
        string? nearest = null;
        foreach (var candidate in words)
        {
            if (Math.Abs(candidate.Length - word.Length) <= limit && Distance(word, candidate) is var distance && distance <= limit)
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary>Letters to change, add or drop (Levenshtein), whatever their case.</summary>
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            (var diagonal, row[0]) = (row[0], line);
            for (var column = 1; column < row.Length; column++)
            {
                var change = diagonal + (char.ToLowerInvariant(left[line - 1]) == char.ToLowerInvariant(right[column - 1]) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(change, 1 + Math.Min(row[column], row[column - 1]));
            }
        }

        return row[^1];
    }
}
