namespace MLCareerBot.Knowledge.Matching;

/// <summary>Finds known phrases in a message, each with the numbers it was tagged with.</summary>
internal sealed class PhraseFinder
{
    private readonly Dictionary<string, int> _longestFrom = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _tags;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longest;

    public PhraseFinder(IEnumerable<(string Phrase, int Tag)> entries)
    {
        var tags = entries
            .Where(entry => entry.Phrase.Length > 0)
            .GroupBy(entry => entry.Phrase, entry => entry.Tag, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
        foreach (var phrase in tags.Keys)
        {
            var words = phrase.Split(' ');
            _longestFrom[words[0]] = Math.Max(words.Length, _longestFrom.GetValueOrDefault(words[0]));
        }

        _tags = tags.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _longestFrom.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The tags of the longest phrase that starts at a word; empty if none does.</summary>
    public ReadOnlySpan<int> At(WordBuffer words, int start)
    {
        if (!_longest.TryGetValue(words[start], out var longest))
        {
            return [];
        }

        for (var count = Math.Min(longest, words.Count - start); count > 0; count--)
        {
            if (_tags.TryGetValue(words.Phrase(start, count), out var tags))
            {
                return tags;
            }
        }

        return [];
    }

    /// <summary>True if a phrase with this tag occurs anywhere.</summary>
    public bool Contains(WordBuffer words, int tag)
    {
        for (var start = 0; start < words.Count; start++)
        {
            if (At(words, start).Contains(tag))
            {
                return true;
            }
        }

        return false;
    }
}
