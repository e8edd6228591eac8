using System.Globalization;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>
/// Characters that no writer types on purpose: they cannot be seen, and some of them turn the text around them
/// (bidirectional overrides), split lines where no editor shows it, or stop a terminal.
/// </summary>
internal static class UnwantedCharacter
{
    // Parts of some emoji and of several scripts' ordinary spelling.
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Index of the first unwanted character from <paramref name="start"/> on, or -1. A line feed is wanted.</summary>
    public static int Find(string text, int start, bool allowTabs)
    {
        for (var at = start; at < text.Length; at++)
        {
            var character = text[at];
            var isWanted = character is (>= ' ' and <= '~') or '\n' || (character == '\t' && allowTabs);
            if (!isWanted && IsUnwanted(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>What to tell the writer of the character at <paramref name="at"/>.</summary>
    public static string Describe(string text, int at) => text[at] switch
    {
        '\t' => "There is a tab here; use spaces.",
        '\r' => "There is a carriage return here without a line feed; save the file with Unix or Windows line ends.",
        '\0' => "There is a NUL character here; take it out.",
        _ => $"There is an invisible or control character (U+{char.ConvertToUtf32(text, at):X4}) here; take it out.",
    };

    private static bool IsUnwanted(string text, int at) => CharUnicodeInfo.GetUnicodeCategory(text, at) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.OtherNotAssigned => IsNoCharacter(char.ConvertToUtf32(text, at)),
        UnicodeCategory.Format => text[at] is not (ZeroWidthJoiner or ZeroWidthNonJoiner),
        _ => false,
    };

    // Set aside by Unicode for ever, and refused by its own normalization.
    private static bool IsNoCharacter(int codePoint) => (codePoint & 0xFFFE) == 0xFFFE || codePoint is >= 0xFDD0 and <= 0xFDEF;
}
