using System.Numerics;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Reads a mistyped word as the known word it was meant to be: one edit away (a letter too many, too few, wrong, or
/// two swapped), two from nine letters on. A word of general English is never changed.
/// </summary>
internal sealed class SpellingCorrector
{
    private const int ShortestCorrected = 3;
    private const int LongestCorrected = 30;
    private const int MostEdits = 2;
    private const int Alphabet = 26;
    private const int TwoEditsFrom = 9;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _isRight;

    // Words by length and first letter; beside each how often it occurs, and the set of its letters, so that most words
    // are passed over without being read.
    private readonly string[] _words;
    private readonly uint[] _letters;
    private readonly int[] _counts;
    private readonly int[] _firstOfGroup;

    /// <param name="vocabulary">The words of the pack, each as often as it occurs.</param>
    /// <param name="generalEnglish">Words that are right as they are; the vocabulary is added to them.</param>
    public SpellingCorrector(IEnumerable<string> vocabulary, HashSet<string> generalEnglish)
    {
        var words = vocabulary
            .Where(word => word.Length is >= ShortestCorrected and <= LongestCorrected && word.All(char.IsAsciiLetterLower))
            .CountBy(word => word, StringComparer.Ordinal)
            .OrderBy(word => GroupOf(word.Key.Length, word.Key[0]))
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .ToArray();
        _words = Array.ConvertAll(words, word => word.Key);
        _counts = Array.ConvertAll(words, word => word.Value);
        _letters = Array.ConvertAll(_words, word => LettersOf(word));
        _firstOfGroup = FirstOfGroups(words.Select(word => GroupOf(word.Key.Length, word.Key[0])));

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

    // The first letter is the one least often wrong: words that start alike are looked through first.
    private int Closest(ReadOnlySpan<char> word)
    {
        var most = word.Length >= TwoEditsFrom ? MostEdits : 1;
        var closest = (Index: -1, Cost: float.MaxValue);
        for (var length = word.Length - most; length <= word.Length + most; length++)
        {
            LookThrough(GroupOf(length, word[0]), GroupOf(length, word[0]) + 1, word, most, ref closest);
        }

        if (closest.Index < 0)
        {
            LookThrough(GroupOf(word.Length - most, 'a'), GroupOf(word.Length + most + 1, 'a'), word, most, ref closest);
        }

        return closest.Index;
    }

    private void LookThrough(int firstGroup, int endGroup, ReadOnlySpan<char> word, int most, ref (int Index, float Cost) closest)
    {
        var letters = LettersOf(word);
        var end = _firstOfGroup[endGroup];
        for (var index = _firstOfGroup[firstGroup]; index < end; index++)
        {
            // An edit changes at most two letters of the set; in three letters, only one left out is no mere guess.
            if (BitOperations.PopCount(letters ^ _letters[index]) > 2 * most
                || (word.Length == ShortestCorrected && _words[index].Length == ShortestCorrected))
            {
                continue;
            }

            var edits = EditDistance.Between(word, _words[index], most);
            var cost = edits <= most ? Cost(edits, letters == _letters[index], _counts[index]) : float.MaxValue;
            if (cost < closest.Cost)
            {
                closest = (index, cost);
            }
        }
    }

    private static int GroupOf(int length, char first) => (length * Alphabet) + (first - 'a');

    // The fewest edits win; among equals the word used most. Swapped and doubled letters, which leave the set of letters
    // as it is, are the commonest slips.
    private static float Cost(int edits, bool hasSameLetters, int count) =>
        (20 * edits) + (hasSameLetters ? 0 : 1.5f) - MathF.Min(15, MathF.Log2(count));

    // Where each group starts, for every group a search may name.
    private static int[] FirstOfGroups(IEnumerable<int> groups)
    {
        var sizes = groups.CountBy(group => group).ToDictionary();
        var next = 0;
        return [0, .. Enumerable.Range(0, GroupOf(LongestCorrected + MostEdits + 1, 'z')).Select(group => next += sizes.GetValueOrDefault(group))];
    }

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
