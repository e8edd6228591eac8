namespace MLCareerBot.Chat;

/// <summary>
/// A piece of a reply: what to say, not how it looks. The set is closed, so that every renderer knows every kind;
/// all texts are plain, and renderers escape them.
/// </summary>
public abstract record ReplyBlock
{
    private ReplyBlock()
    {
    }

    /// <summary>A heading inside a reply.</summary>
    public sealed record Heading(string Text) : ReplyBlock;

    /// <summary>Running text, one paragraph.</summary>
    public sealed record Paragraph(string Text) : ReplyBlock;

    /// <summary>Items in no particular order.</summary>
    public sealed record BulletList(IReadOnlyList<string> Items) : ReplyBlock;

    /// <summary>Items whose order matters, counted from one.</summary>
    public sealed record NumberedList(IReadOnlyList<string> Items) : ReplyBlock;

    /// <summary>Rows under a header; every row has as many cells as the header.</summary>
    public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : ReplyBlock;

    /// <summary>A figure with what a reader needs to judge it.</summary>
    /// <param name="Name">What is measured.</param>
    /// <param name="Value">The figure.</param>
    /// <param name="Details">Statistic, country, period ..., each with its label.</param>
    /// <param name="Caveat">What the figure is not.</param>
    public sealed record FactCard(string Name, string Value, IReadOnlyList<(string Label, string Value)> Details, string Caveat) : ReplyBlock;

    /// <summary>A point in time, said in the words of a zone and, where the platform can, in the reader's own as well.</summary>
    /// <param name="Label">What happens then: <c>Next tip</c>.</param>
    /// <param name="LocalText">The time with its zone: <c>Mon 23 Nov 2026, 09:00 (America/New_York)</c>.</param>
    /// <param name="At">The same as an instant.</param>
    public sealed record Moment(string Label, string LocalText, DateTimeOffset At) : ReplyBlock;

    /// <summary>A short remark, less prominent than a paragraph.</summary>
    public sealed record Note(string Text) : ReplyBlock;
}
