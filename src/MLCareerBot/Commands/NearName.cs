using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Commands;

/// <summary>Compares what people type with the names we know: case, hyphens and a slip of the finger don't matter.</summary>
internal static class NearName
{
    private static readonly char[] Wrapping = [.. " \t?!.,;:\"'`“”‘’"];

    /// <summary>The name meant, or null. An exact name beats a near one.</summary>
    public static string? Find(string typed, IEnumerable<string> names)
    {
        var wanted = Plain(typed);
        string? nearest = null;
        var most = SlipsIn(wanted);
        foreach (var name in names)
        {
            var known = Plain(name);
            if (known.Equals(wanted, StringComparison.Ordinal))
            {
                return name;
            }

            // A slip stays inside a word: "annual a" is two words, not a misspelt "annual".
            if (WordsIn(known) == WordsIn(wanted) && EditDistance.Between(wanted, known, most) is var edits && edits <= most)
            {
                (nearest, most) = (name, edits - 1);
            }
        }

        return nearest;
    }

    /// <summary>The few names that look most like what was typed, best first: a guess to offer, not to act on.</summary>
    public static IReadOnlyList<string> Guess(string typed, IEnumerable<string> names, int count)
    {
        var wanted = Plain(typed);
        var most = Math.Max(2, wanted.Length / 3);
        return
        [
            .. names
                .Select(name => (name, edits: EditDistance.Between(wanted, Plain(name), most)))
                .Where(guess => guess.edits <= most)
                .OrderBy(guess => guess.edits)
                .Take(count)
                .Select(guess => guess.name),
        ];
    }

    private static int WordsIn(string name) => name.AsSpan().Count(' ') + 1;

    private static int SlipsIn(string word) => word.Length switch
    {
        <= 3 => 0,
        <= 7 => 1,
        _ => 2,
    };

    private static string Plain(string name) =>
        name.Trim(Wrapping).Replace('-', ' ').Replace('_', ' ').ToLowerInvariant();
}
