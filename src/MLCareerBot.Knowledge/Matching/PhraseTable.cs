namespace MLCareerBot.Knowledge.Matching;

/// <summary>Words and phrases that are read as others; the longest phrase wins.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, string> _replacements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longestFrom = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byPhrase;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    /// <param name="entries">Pairs of a phrase (words as the tokenizer yields them) and what it is read as.</param>
    public PhraseTable(IEnumerable<(string Phrase, string Use)> entries)
    {
        var buffer = new WordBuffer();
        foreach (var (phrase, use) in entries)
        {
            Tokenizer.Read(phrase, buffer);
            if (buffer.Count == 0)
            {
                continue;
            }

            var first = buffer[0].ToString();
            _replacements[buffer.Text.ToString()] = use;
            _longestFrom[first] = Math.Max(buffer.Count, _longestFrom.GetValueOrDefault(first));
        }

        _byPhrase = _replacements.GetAlternateLookup<ReadOnlySpan<char>>();
        _byFirstWord = _longestFrom.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every word that occurs in a phrase.</summary>
    public IEnumerable<string> Words => _replacements.Keys.SelectMany(phrase => phrase.Split(' '));

    /// <summary>Writes <paramref name="from"/> to <paramref name="to"/> with every phrase replaced.</summary>
    /// <param name="from">The words to read.</param>
    /// <param name="to">Receives the result.</param>
    /// <param name="keepSymbols">False to drop emoji that stand for no word.</param>
    public void Rewrite(WordBuffer from, WordBuffer to, bool keepSymbols)
    {
        to.Clear();
        for (var index = 0; index < from.Count;)
        {
            var replaced = ReplaceAt(from, index, to);
            if (replaced == 0 && (keepSymbols || char.IsLetterOrDigit(from[index][0])))
            {
                to.Add(from[index]);
            }

            index += Math.Max(1, replaced);
        }
    }

    // Returns how many words were replaced.
    private int ReplaceAt(WordBuffer from, int index, WordBuffer to)
    {
        if (_byFirstWord.TryGetValue(from[index], out var longest))
        {
            for (var count = Math.Min(longest, from.Count - index); count > 0; count--)
            {
                if (_byPhrase.TryGetValue(from.Phrase(index, count), out var use))
                {
                    to.Add(use);
                    return count;
                }
            }
        }

        return 0;
    }
}
