using System.Buffers;
using System.Globalization;
using System.Text;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>
/// Text as a terminal may show it: one line, without the characters that move its cursor, change its state or turn
/// the text around them.
/// </summary>
internal static class TerminalText
{
    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>The text with line breaks and tabs as spaces and without anything that <see cref="IsHazard"/>.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Harmless))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsHazard(rune))
            {
                visible.Append(rune);
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                visible.Append(' ');
            }
        }

        return visible.ToString();
    }

    /// <summary>True for control characters, line and paragraph separators, and marks that change the writing direction.</summary>
    public static bool IsHazard(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
