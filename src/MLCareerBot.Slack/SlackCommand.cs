using System.Collections.Frozen;

namespace MLCareerBot.Slack;

/// <summary>What a slash command may be called: https://docs.slack.dev/interactivity/implementing-slash-commands.</summary>
internal static class SlackCommand
{
    public const string AdminSuffix = "-admin";

    private const int Longest = 32;

    // Slack's own: an app's command of the same name would never be reached.
    // https://slack.com/help/articles/201259356-Slash-commands-in-Slack.
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "/active", "/apps", "/archive", "/away", "/call", "/canvas", "/collapse", "/dm", "/dnd", "/expand", "/feed", "/feedback",
        "/help", "/huddle", "/invite", "/invite_people", "/join", "/keys", "/leave", "/list", "/me", "/msg", "/mute", "/open",
        "/part", "/people", "/prefs", "/remind", "/remove", "/rename", "/search", "/shortcuts", "/shrug", "/star", "/status",
        "/todo", "/topic", "/trigger", "/unarchive", "/who", "/workflow");

    /// <summary>What is wrong with a root command, to be said after its name; null if nothing is.</summary>
    public static string? FaultOf(string command) => command switch
    {
        _ when Reserved.Contains(command) => $"must not be {command}, which is Slack's own: use /career, for example.",
        _ when command.Length + AdminSuffix.Length > Longest =>
            $"is too long: with {AdminSuffix} behind it, it may have {Longest} characters. Use /career, for example.",
        ['/', _, ..] when command.Skip(1).All(IsAllowed) => null,
        _ => "must be a slash and a word of lower-case letters, digits, - and _: /career, for example.",
    };

    private static bool IsAllowed(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_';
}
