using System.Numerics;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Reads a mistyped word as the known word it was meant to be: one edit away (a letter too many, too few, wrong, or
/// two swapped), two from nine letters on. A word of general English is never changed.
/// </summary>
internal sealed class SpellingCorrector
{
    private const int ShortestCorrected = 4;
    private const int LongestCorrected = 30;
    private const int MostEdits = 2;
    private const int TwoEditsFrom = 9;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _isRight;

    // Words by length; beside each the set of its letters, so that most words are passed over without being read, and
    // how often it occurs.
    private readonly string[] _words;
    private readonly uint[] _letters;
    private readonly int[] _counts;
    private readonly int[] _firstOfLength;

    /// <param name="vocabulary">The words of the pack, each as often as it occurs.</param>
    /// <param name="generalEnglish">Words that are right as they are; the vocabulary is added to them.</param>
    public SpellingCorrector(IEnumerable<string> vocabulary, HashSet<string> generalEnglish)
    {
        var words = vocabulary
            .Where(word => word.Length is >= ShortestCorrected and <= LongestCorrected && word.All(char.IsAsciiLetterLower))
            .CountBy(word => word, StringComparer.Ordinal)
            .OrderBy(word => word.Key.Length)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .ToArray();
        _words = Array.ConvertAll(words, word => word.Key);
        _counts = Array.ConvertAll(words, word => word.Value);
        _letters = Array.ConvertAll(_words, word => LettersOf(word));
        _firstOfLength = [.. Enumerable.Range(0, LongestCorrected + MostEdits + 2).Select(length => _words.Count(word => word.Length < length))];

        generalEnglish.UnionWith(_words);
        _isRight = generalEnglish.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Writes <paramref name="from"/> to <paramref name="to"/> with mistyped words mended.</summary>
    public void Rewrite(WordBuffer from, WordBuffer to)
    {
        to.Clear();
        for (var index = 0; index < from.Count; index++)
        {
            to.Add(Correct(from[index]));
        }
    }

    /// <summary>The word meant, or the word itself.</summary>
    public ReadOnlySpan<char> Correct(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestCorrected or > LongestCorrected || _isRight.Contains(word) || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        return Closest(word) is >= 0 and var closest ? _words[closest] : word;
    }

    private int Closest(ReadOnlySpan<char> word)
    {
        var most = word.Length >= TwoEditsFrom ? MostEdits : 1;
        var letters = LettersOf(word);
        var closest = -1;
        var best = float.MaxValue;

        var end = _firstOfLength[word.Length + most + 1];
        for (var index = _firstOfLength[word.Length - most]; index < end; index++)
        {
            // An edit changes at most two letters of the set.
            if (BitOperations.PopCount(letters ^ _letters[index]) > 2 * most)
            {
                continue;
            }

            var edits = EditDistance.Between(word, _words[index], most);
            var cost = edits <= most ? Cost(edits, word[0] == _words[index][0], letters == _letters[index], _counts[index]) : float.MaxValue;
            if (cost < best)
            {
                (closest, best) = (index, cost);
            }
        }

        return closest;
    }

    // The fewest edits win; among equals the word used most, unless the first letter would change. Swapped and doubled
    // letters, which leave the set of letters as it is, are the commonest slips.
    private static float Cost(int edits, bool hasSameStart, bool hasSameLetters, int count) =>
        (20 * edits) + (hasSameStart ? 0 : 3) + (hasSameLetters ? 0 : 1.5f) - MathF.Min(15, MathF.Log2(count));

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter - 'a');
        }

        return letters;
    }
}
