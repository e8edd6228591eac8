using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>What a fault calls the Markdown that an answer must not have.</summary>
internal static class MarkdownNames
{
    /// <summary>The line, counted from zero, and the name.</summary>
    public static (int Line, string Name) Of(Block block) => block switch
    {
        HeadingBlock => (block.Line, "the heading"),
        HtmlBlock => (block.Line, "the HTML"),
        QuoteBlock => (block.Line, "the quote ('>')"),
        FencedCodeBlock => (block.Line, "the code block"),
        CodeBlock => (block.Line, "the indentation, which makes this a code block"),
        ThematicBreakBlock => (block.Line, "the dividing line"),
        ListBlock => (block.Line, "the list inside a list"),
        LinkReferenceDefinitionGroup { Count: > 0 } group => (group[0].Line, "the link"),
        _ => (block.Line, "this Markdown"),
    };

    public static string Of(Inline inline) => inline switch
    {
        LinkInline { IsImage: true } => "the image",
        LinkInline or AutolinkInline => "the link",
        EmphasisInline => "the bold or italic marks",
        CodeInline => "the backticks",
        HtmlInline => "the HTML",
        HtmlEntityInline => "the HTML code for a character, and write the character itself",
        LineBreakInline { IsBackslash: true } => "the backslash at the end of the line",
        LineBreakInline => "the two spaces at the end of the line, which make a line break",
        _ => "this Markdown",
    };
}
