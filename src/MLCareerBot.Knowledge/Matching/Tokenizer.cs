using System.Buffers;
using System.Globalization;
using System.Text;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Splits a message into lower-case words: letters stay, a run of digits becomes <c>0</c>, an emoji is a word,
/// apostrophes vanish, mentions and links are skipped, everything else separates.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Characters of a message that are read; the rest cannot change what it asks.</summary>
    private const int MaxCharacters = 2_000;

    private const int MaxWordCharacters = 40;

    public static void Read(ReadOnlySpan<char> message, WordBuffer words)
    {
        words.Clear();
        message = message[..Math.Min(message.Length, MaxCharacters)];
        if (Ascii.IsValid(message))
        {
            ReadFolded(message, words);
        }
        else
        {
            ReadFolded(Fold(message), words);
        }
    }

    // Full-width, styled and accented letters read as plain ones.
    private static string Fold(ReadOnlySpan<char> message)
    {
        var text = new string(message);
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair or a code point that is no character: only hostile or damaged messages have those.
            return text;
        }
    }

    private static void ReadFolded(ReadOnlySpan<char> message, WordBuffer words)
    {
        Span<char> word = stackalloc char[MaxWordCharacters + 2];
        var length = 0;
        var previous = default(Rune);

        while (!message.IsEmpty)
        {
            if (length == 0 && SkippedLength(message) is > 0 and var skipped)
            {
                message = message[skipped..];
                continue;
            }

            Rune.DecodeFromUtf16(message, out var rune, out var consumed);
            switch (Classify(rune))
            {
                case Part.Letter when length < MaxWordCharacters:
                    length += Rune.ToLowerInvariant(rune).EncodeToUtf16(word[length..]);
                    break;
                case Part.Digit:
                    words.Add(word[..length]);
                    length = 0;
                    if (!Rune.IsDigit(previous)) { words.Add("0"); }
                    break;
                case Part.Separator:
                    words.Add(Name(word[..length], message));
                    length = 0;
                    break;
                case Part.Emoji:
                    words.Add(word[..length]);
                    words.Add(message[..consumed]);
                    length = 0;
                    break;
                default:
                    break;
            }

            previous = rune;
            message = message[consumed..];
        }

        words.Add(word[..length]);
    }

    // C++ and C# are languages, not the letter C.
    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        if (word is not "c")
        {
            return word;
        }

        return rest is ['#', ..] ? "csharp" : rest is ['+', '+', ..] ? "cplusplus" : word;
    }

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    // <@U123>, <#C1|name>, <https://...>, @name, https://...: who or where, not what.
    private static int SkippedLength(ReadOnlySpan<char> message)
    {
        if (message is ['<', '@' or '#' or '!' or ':' or 'h' or 'a', ..] && message.IndexOf('>') is > 0 and var end)
        {
            return end + 1;
        }

        var isMention = message is ['@', not (' ' or '\n'), ..];
        if (isMention || message.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || message.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return message.IndexOfAny(Blanks) is >= 0 and var blank ? blank : message.Length;
        }

        return 0;
    }

    private static Part Classify(Rune rune) => rune.IsAscii
        ? ClassifyAscii((char)rune.Value)
        : Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => Part.Letter,
            UnicodeCategory.DecimalDigitNumber => Part.Digit,
            UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol => Part.Emoji,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol => Part.Ignored,
            _ when rune.Value is '’' or '‘' => Part.Ignored,
            _ => Part.Separator,
        };

    private static Part ClassifyAscii(char character) => character switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => Part.Letter,
        >= '0' and <= '9' => Part.Digit,
        '\'' or '`' => Part.Ignored,
        _ => Part.Separator,
    };

    private enum Part
    {
        Ignored,
        Letter,
        Digit,
        Separator,
        Emoji,
    }
}
