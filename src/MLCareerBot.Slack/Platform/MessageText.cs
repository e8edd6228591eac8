using System.Text.RegularExpressions;

namespace MLCareerBot.Slack.Platform;

/// <summary>The words of a message, which Slack hands over with marks in it: https://docs.slack.dev/messaging/formatting-message-text.</summary>
internal static partial class MessageText
{
    /// <summary>The words alone: links by their label, without the marks for people, groups and channels.</summary>
    public static string WordsOf(string text) => Unescape(Mark().Replace(text, WordsOf)).Trim();

    /// <summary>The text with its three control characters as they were typed.</summary>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>True if the account is named in the text.</summary>
    public static bool Names(string text, string userId) =>
        text.Contains($"<@{userId}>", StringComparison.Ordinal) || text.Contains($"<@{userId}|", StringComparison.Ordinal);

    private static string WordsOf(Match mark) => (mark.Groups["target"].Value, mark.Groups["label"]) switch
    {
        (['@' or '!' or '#', ..], _) => " ",
        (_, { Success: true, Value: var label }) => label,
        (var target, _) => target,
    };

    [GeneratedRegex(@"<(?<target>[^<>|]+)(\|(?<label>[^<>]*))?>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
