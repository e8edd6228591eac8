using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>
/// Mrkdwn as Slack reads it, written without a look at how ours is made: a line may be bold as a whole, and code is inert.
/// Whatever else would do something is active.
/// </summary>
internal static class MrkdwnReading
{
    private const string Inert = "\uE000";

    private static readonly Regex Bold = new(@"\A\*(?<inner>.+)\*\z", RegexOptions.NonBacktracking);
    private static readonly Regex Code = new("`[^`\n]+`", RegexOptions.NonBacktracking);
    private static readonly Regex Markup = new(
        @"[<>`]|(\A|[^A-Za-z0-9])[*_~]\S|:[^\s:\uE000]+:|\A(&gt;|＞)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Markup that came from the texts.</summary>
    public static IReadOnlyList<string> ActiveIn(string mrkdwn) =>
    [
        .. mrkdwn.Split('\n').Select(line => Bold.Match(line) is { Success: true } bold ? bold.Groups["inner"].Value : line).SelectMany(ActiveInLine),
    ];

    /// <summary>What a reader sees.</summary>
    public static string Shown(string mrkdwn) => mrkdwn
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>
    /// The signs alone, to find a text again wherever its lines were broken and whatever likeness a sign has; bold type's
    /// own asterisks and code's backticks do not count.
    /// </summary>
    public static string SignsOf(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '*' or '∗' or '`' or 'ˋ' => "",
        'ˍ' => "_",
        '∼' => "~",
        '꞉' => ":",
        '›' or '＞' => ">",
        _ when Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format => "",
        _ => rune.ToString(),
    }));

    private static IEnumerable<string> ActiveInLine(string line)
    {
        var live = Code.Replace(line, Inert);
        var unescaped = live
            .Replace("&amp;", "", StringComparison.Ordinal).Replace("&lt;", "", StringComparison.Ordinal).Replace("&gt;", "", StringComparison.Ordinal);
        IEnumerable<string> inCode = Code.Matches(line).Select(code => code.Value).Where(code => code.AsSpan().ContainsAny('<', '>'));
        return [.. Markup.Matches(live).Select(match => match.Value), .. unescaped.Contains('&', StringComparison.Ordinal) ? ["&"] : Array.Empty<string>(), .. inCode];
    }
}
