using System.Text.Json.Serialization;

namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>
/// A part of a message or view: https://docs.slack.dev/reference/block-kit/blocks. Written only; what comes in is read
/// field by field, because Slack has kinds that we do not know.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(RichTextBlock), "rich_text")]
[JsonDerivedType(typeof(InputBlock), "input")]
internal abstract record SlackBlock
{
    /// <summary>At most 255 characters, unique within the message.</summary>
    public string? BlockId { get; init; }
}

/// <summary>A heading: plain text of at most 150 characters.</summary>
internal sealed record HeaderBlock(TextObject Text) : SlackBlock;

/// <summary>Text of at most 3,000 characters, fields, or both.</summary>
internal sealed record SectionBlock : SlackBlock
{
    public TextObject? Text { get; init; }

    /// <summary>At most 10, each of at most 2,000 characters.</summary>
    public IReadOnlyList<TextObject>? Fields { get; init; }

    public SlackElement? Accessory { get; init; }

    /// <summary>True keeps Slack from folding long text.</summary>
    public bool? Expand { get; init; }
}

/// <summary>Small print; at most 10 texts.</summary>
internal sealed record ContextBlock(IReadOnlyList<TextObject> Elements) : SlackBlock;

/// <summary>A row of buttons and menus; at most 25.</summary>
internal sealed record ActionsBlock(IReadOnlyList<SlackElement> Elements) : SlackBlock;

/// <summary>A line.</summary>
internal sealed record DividerBlock : SlackBlock;

/// <summary>At most 100 rows of at most 20 cells; the first row is the header.</summary>
internal sealed record TableBlock(IReadOnlyList<IReadOnlyList<TableCell>> Rows) : SlackBlock
{
    /// <summary>How the columns behave, from the first one on.</summary>
    public IReadOnlyList<TableColumn>? ColumnSettings { get; init; }
}

/// <summary>How a column behaves.</summary>
internal sealed record TableColumn
{
    /// <summary>True breaks long cells into lines; else they are cut.</summary>
    public bool? IsWrapped { get; init; }
}

/// <summary>A cell of plain text.</summary>
internal sealed record TableCell(string Text)
{
    public string Type { get; } = "raw_text";
}

/// <summary>Text whose parts are told apart by structure, so that nothing in it is markup.</summary>
internal sealed record RichTextBlock(IReadOnlyList<RichTextPart> Elements) : SlackBlock;

/// <summary>A field of a form.</summary>
/// <param name="Label">Plain text of at most 2,000 characters.</param>
/// <param name="Element">What to fill in.</param>
internal sealed record InputBlock(TextObject Label, SlackElement Element) : SlackBlock
{
    public bool? Optional { get; init; }

    public TextObject? Hint { get; init; }
}
