using System.Globalization;
using System.Text;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>A line being typed, and where in it. Moves by what a person sees as one character.</summary>
internal sealed class LineBuffer
{
    private const int LongestCharacter = 64;

    private readonly StringBuilder _text = new();

    /// <summary>The line.</summary>
    public string Text => _text.ToString();

    /// <summary>Index in <see cref="Text"/> of what the cursor stands on.</summary>
    public int Cursor { get; private set; }

    public void Insert(char character) => _text.Insert(Cursor++, character);

    public void Replace(string text)
    {
        _text.Clear().Append(text);
        Cursor = text.Length;
    }

    public void MoveLeft() => Cursor = Previous();

    public void MoveRight() => Cursor = Next();

    public void MoveHome() => Cursor = 0;

    public void MoveEnd() => Cursor = _text.Length;

    public void DeleteLeft() => DeleteFrom(Previous());

    public void DeleteRight() => _text.Remove(Cursor, Next() - Cursor);

    public void DeleteToStart() => DeleteFrom(0);

    public void DeleteToEnd() => _text.Length = Cursor;

    /// <summary>Deletes the word before the cursor, and the spaces between them.</summary>
    public void DeleteWordLeft()
    {
        var before = Text.AsSpan(0, Cursor).TrimEnd();
        DeleteFrom(before.LastIndexOf(' ') + 1);
    }

    private void DeleteFrom(int start)
    {
        _text.Remove(start, Cursor - start);
        Cursor = start;
    }

    private int Next() => Cursor + StringInfo.GetNextTextElementLength(Text.AsSpan(Cursor));

    // What a person sees as one character has few parts; looking for its start from the line's beginning would make
    // every step in a long line slow.
    private int Previous()
    {
        var from = Math.Max(0, Cursor - LongestCharacter);
        var before = _text.ToString(from, Cursor - from).AsSpan();
        var at = 0;
        for (var next = 0; next < before.Length; next += StringInfo.GetNextTextElementLength(before[next..]))
        {
            at = next;
        }

        return from + at;
    }
}
