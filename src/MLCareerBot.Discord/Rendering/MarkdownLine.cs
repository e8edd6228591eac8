namespace MLCareerBot.Discord.Rendering;

/// <summary>A line of a message: markup around text that is escaped already, so that the text alone is cut if it must be.</summary>
/// <param name="Opening">Markup before the text: <c>-# </c>.</param>
/// <param name="Text">Escaped text.</param>
/// <param name="Closing">Markup after the text.</param>
internal sealed record MarkdownLine(string Opening, string Text, string Closing = "")
{
    /// <summary>Markup before a second part of the text; a list's mark stands only once.</summary>
    public string Continuation { get; init; } = Opening;

    /// <summary>True for a line of a code block, whose text is not escaped.</summary>
    public bool IsCode { get; init; }

    public int Length => Opening.Length + Text.Length + Closing.Length;

    public override string ToString() => Opening + Text + Closing;

    /// <summary>The line if it is no longer than <paramref name="first"/>, or several: the first that long, the others within the limit.</summary>
    public IEnumerable<MarkdownLine> Fit(int first, int limit)
    {
        var (line, room) = (this, first);
        while (line.Length > room)
        {
            var end = CutBefore(line.Text, room - line.Opening.Length - line.Closing.Length);
            yield return line with { Text = line.Text[..end].TrimEnd() };
            line = line with { Opening = Continuation, Text = line.Text[end..].TrimStart() };
            room = limit;
        }

        yield return line;
    }

    // After a sentence, or else after a word, unless most of the room would stay empty; never inside what belongs together.
    private static int CutBefore(string text, int room)
    {
        var (sentence, word, any) = (0, 0, 0);
        for (var next = LengthAt(text, 0); next <= room; next += LengthAt(text, next))
        {
            any = next;
            if (text[next - 1] == ' ')
            {
                word = next;
                sentence = next > 1 && text[next - 2] is '.' or '!' or '?' ? next : sentence;
            }
        }

        return sentence > room / 2 ? sentence : word > room / 2 ? word : any;
    }

    // An escaped sign, a character in two halves and a span of code are one.
    private static int LengthAt(string text, int index) => text[index] switch
    {
        '\\' => 2,
        '`' => text.IndexOf('`', index + 1) + 1 - index,
        var character => char.IsHighSurrogate(character) ? 2 : 1,
    };
}
