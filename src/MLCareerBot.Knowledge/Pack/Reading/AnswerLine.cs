using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>The running text of one paragraph: plain characters, with its lines joined by spaces.</summary>
internal static class AnswerLine
{
    /// <summary>The text; <paramref name="refuse"/> is told the line, counted from zero, and what must not be there.</summary>
    public static string Read(ParagraphBlock paragraph, Action<int, string> refuse)
    {
        var text = new StringBuilder();
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (inline is LiteralInline literal)
            {
                text.Append(literal.Content.AsSpan());
            }
            else if (inline is LineBreakInline { IsHard: false })
            {
                text.Append(' ');
            }
            else
            {
                refuse(inline.Line, MarkdownNames.Of(inline));
            }
        }

        return text.ToString();
    }

    /// <summary>What plain Markdown takes for text and other dialects do not; null if nothing.</summary>
    public static string? FindUnparsed(ReadOnlySpan<char> line)
    {
        if (line.Contains("://", StringComparison.Ordinal) || line.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return "the link";
        }

        var content = line.Trim();
        var isRule = content.Contains('|') && content.Contains('-') && !content.ContainsAnyExcept("|-: ");
        return isRule || content.StartsWith('|') ? "the table" : null;
    }
}
