using System.Numerics;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Reads a mistyped word as the known word it was meant to be: one edit away (a letter too many, too few, wrong, or
/// two swapped), two from eight letters on. A word of general English is never changed.
/// </summary>
internal sealed class SpellingCorrector
{
    private const int ShortestCorrected = 4;
    private const int TwoEditsFrom = 8;

    private readonly HashSet<string> _general;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _isGeneral;
    private readonly Entry[] _entries;

    /// <param name="vocabulary">The words of the pack, each as often as it occurs.</param>
    /// <param name="generalEnglish">Words that are right as they are.</param>
    public SpellingCorrector(IEnumerable<string> vocabulary, HashSet<string> generalEnglish)
    {
        _general = generalEnglish;
        _isGeneral = _general.GetAlternateLookup<ReadOnlySpan<char>>();
        _entries = [.. vocabulary
            .Where(word => word.Length >= ShortestCorrected && word.All(char.IsAsciiLetterLower))
            .GroupBy(word => word, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Entry(group.Key, LetterMask(group.Key)))];
        foreach (var entry in _entries)
        {
            _general.Add(entry.Word);
        }
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
        if (word.Length < ShortestCorrected || _isGeneral.Contains(word) || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        return Closest(word) ?? word;
    }

    // The fewest edits win; among equals the same first letter, then the same letters (swapped or doubled ones are the
    // commonest slips), then the word used most.
    private string? Closest(ReadOnlySpan<char> word)
    {
        var most = word.Length >= TwoEditsFrom ? 2 : 1;
        var mask = LetterMask(word);
        string? closest = null;
        var best = int.MaxValue;

        foreach (var (candidate, candidateMask) in _entries)
        {
            // An edit changes at most two letters of the set.
            if (Math.Abs(candidate.Length - word.Length) > most || BitOperations.PopCount(mask ^ candidateMask) > 2 * most)
            {
                continue;
            }

            var edits = EditDistance.Between(word, candidate, most);
            var cost = (4 * edits) + (word[0] == candidate[0] ? 0 : 2) + (mask == candidateMask ? 0 : 1);
            if (edits <= most && cost < best)
            {
                (closest, best) = (candidate, cost);
            }
        }

        return closest;
    }

    private static uint LetterMask(ReadOnlySpan<char> word)
    {
        var mask = 0u;
        foreach (var letter in word)
        {
            mask |= 1u << (letter - 'a');
        }

        return mask;
    }

    private readonly record struct Entry(string Word, uint Mask);
}
