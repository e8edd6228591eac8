namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// A message as words, kept in one array so that reading a message allocates nothing.
/// Words stand one space apart: neighbours read as one phrase.
/// </summary>
internal sealed class WordBuffer
{
    /// <summary>Words beyond this are not read. The longest real question seen has about 60.</summary>
    public const int MaxWords = 128;

    private const int MaxCharacters = 2_048;

    private readonly char[] _characters = new char[MaxCharacters];
    private readonly Range[] _words = new Range[MaxWords];
    private int _length;

    public int Count { get; private set; }

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, _length);

    public ReadOnlySpan<char> this[int index] => _characters.AsSpan()[_words[index]];

    public void Clear() => Count = _length = 0;

    /// <summary>The phrase of <paramref name="count"/> words from <paramref name="index"/> on.</summary>
    public ReadOnlySpan<char> Phrase(int index, int count) =>
        _characters.AsSpan()[_words[index].Start.._words[index + count - 1].End];

    /// <summary>Appends a word, or several separated by spaces; drops what no longer fits.</summary>
    public void Add(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            AddWord(words[range]);
        }
    }

    private void AddWord(ReadOnlySpan<char> word)
    {
        var start = Count == 0 ? 0 : _length + 1;
        // A word said twice in a row says no more than once: "very very", three equal emoji.
        if (word.IsEmpty || IsLast(word) || Count == MaxWords || start + word.Length > MaxCharacters)
        {
            return;
        }

        if (start > 0)
        {
            _characters[_length] = ' ';
        }

        word.CopyTo(_characters.AsSpan(start));
        _length = start + word.Length;
        _words[Count++] = start.._length;
    }

    private bool IsLast(ReadOnlySpan<char> word) => Count > 0 && this[Count - 1].SequenceEqual(word);
}
