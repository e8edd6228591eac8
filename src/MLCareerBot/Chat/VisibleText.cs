using System.Buffers;
using System.Globalization;
using System.Text;

namespace MLCareerBot.Chat;

/// <summary>Text as a reader sees it: one line, without characters that hide, break or turn around what stands beside them.</summary>
public static class VisibleText
{
    private const int Joiner = 0x200D;

    private static readonly SearchValues<char> Harmless = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>The text with line breaks and tabs as spaces, without controls and invisible marks; halves of characters become U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Harmless))
        {
            return text;
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        var visible = new StringBuilder(text.Length);
        for (var index = 0; index < runes.Length; index++)
        {
            if (!IsHazard(runes[index]) || JoinsEmoji(runes, index))
            {
                visible.Append(runes[index]);
            }
            else if (Rune.IsWhiteSpace(runes[index]))
            {
                visible.Append(' ');
            }
        }

        return visible.ToString();
    }

    private static bool IsHazard(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x061C or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2069) or 0xFEFF;

    // A family is several people and joiners between them.
    private static bool JoinsEmoji(Rune[] runes, int index) =>
        runes[index].Value == Joiner && index > 0 && index + 1 < runes.Length && IsEmoji(runes[index - 1]) && IsEmoji(runes[index + 1]);

    private static bool IsEmoji(Rune rune) => rune.Value is >= 0x1F000 and < 0x20000 or (>= 0x2190 and <= 0x2BFF) or 0xFE0F;
}
