using System.Text.RegularExpressions;
using MLCareerBot.Chat;

namespace MLCareerBot.Features.Feedback;

/// <summary>Takes out of people's words what may say who they are: mentions, addresses, links, and numbers that look like ids.</summary>
internal static partial class Redaction
{
    private const string Gone = "…";
    private const int LongestWord = 32;

    /// <summary>The words in one line, without these, and no longer than that.</summary>
    public static string Of(string text, int limit)
    {
        var plain = VisibleText.Of(text);
        plain = Address().Replace(plain, Gone);
        plain = Mention().Replace(plain, Gone);
        plain = Link().Replace(plain, Gone);
        plain = Token().Replace(plain, token => IsId(token.ValueSpan) ? Gone : token.Value);
        plain = Number().Replace(plain, Gone);
        plain = plain.Trim();
        return plain.Length <= limit ? plain : string.Concat(plain.AsSpan(0, char.IsHighSurrogate(plain[limit - 1]) ? limit - 1 : limit), Gone);
    }

    // Words that are shouted are no ids.
    private static bool IsId(ReadOnlySpan<char> token) => token.Length >= LongestWord || token.ContainsAnyInRange('0', '9');

    [GeneratedRegex("<[@#!&:][^>]{0,100}>|<a:[^>]{0,100}>|@[\\w.]{2,40}", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();

    [GeneratedRegex("([a-z][a-z0-9+.-]{1,20}://|www\\.)\\S+|\\b[a-z0-9-]+(\\.[a-z0-9-]+)*\\.(com|org|net|io|dev|edu|gov|me|co|ai)(/\\S*)?\\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("[^\\s@]+@[^\\s@]+\\.[^\\s@]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    // Five digits in a row, or nine with what stands in telephone numbers between them; years and "100k" are neither.
    [GeneratedRegex("[0-9]{5,}|\\+?[0-9]([ ().-]{0,2}[0-9]){8,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("\\b[A-Z][A-Z0-9]{8,}\\b|[^\\s]{32,}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
