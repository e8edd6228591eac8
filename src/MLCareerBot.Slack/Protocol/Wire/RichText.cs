using System.Text.Json.Serialization;

namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>A paragraph or list of rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextSection), "rich_text_section")]
[JsonDerivedType(typeof(RichTextList), "rich_text_list")]
[JsonDerivedType(typeof(RichTextQuote), "rich_text_quote")]
[JsonDerivedType(typeof(RichTextPreformatted), "rich_text_preformatted")]
internal abstract record RichTextPart;

internal sealed record RichTextSection(IReadOnlyList<RichTextRun> Elements) : RichTextPart;

/// <summary>A list.</summary>
/// <param name="Style"><c>bullet</c> or <c>ordered</c>.</param>
/// <param name="Elements">The items.</param>
internal sealed record RichTextList(string Style, IReadOnlyList<RichTextPart> Elements) : RichTextPart
{
    /// <summary>How deep it stands, from 0.</summary>
    public int? Indent { get; init; }

    /// <summary>The number it goes on after; null to start with 1.</summary>
    public int? Offset { get; init; }
}

internal sealed record RichTextQuote(IReadOnlyList<RichTextRun> Elements) : RichTextPart;

internal sealed record RichTextPreformatted(IReadOnlyList<RichTextRun> Elements) : RichTextPart;

/// <summary>A run of characters that look alike.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextText), "text")]
[JsonDerivedType(typeof(RichTextLink), "link")]
internal abstract record RichTextRun
{
    public RichTextStyle? Style { get; init; }
}

/// <summary>Text as it is; nothing in it is markup.</summary>
internal sealed record RichTextText(string Text) : RichTextRun;

internal sealed record RichTextLink(string Url, string? Text = null) : RichTextRun;

internal sealed record RichTextStyle
{
    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Code { get; init; }
}
