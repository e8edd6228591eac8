using System.Text.RegularExpressions;

namespace MLCareerBot.Discord.Platform;

/// <summary>Message text without the marks that stand for people, roles and channels.</summary>
internal static partial class MentionText
{
    /// <summary>The words alone.</summary>
    public static string WithoutMentions(string content) => Mention().Replace(content, " ").Trim();

    /// <summary>The words without the mark for one account; other marks stay, for the matcher passes over them.</summary>
    public static string Without(string content, string userId) => content
        .Replace($"<@{userId}>", " ", StringComparison.Ordinal)
        .Replace($"<@!{userId}>", " ", StringComparison.Ordinal)
        .Trim();

    /// <summary>True if the account is named in the text.</summary>
    public static bool Names(string content, string userId) =>
        content.Contains($"<@{userId}>", StringComparison.Ordinal) || content.Contains($"<@!{userId}>", StringComparison.Ordinal);

    [GeneratedRegex("<(@[!&]?|#)[0-9]{1,20}>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();
}
