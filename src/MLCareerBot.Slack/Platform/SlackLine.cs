using MLCareerBot.Commands;

namespace MLCareerBot.Slack.Platform;

/// <summary>What somebody typed, without the root that stood before it: <c>/career salary</c> is <c>salary</c>.</summary>
/// <param name="Text">The rest.</param>
/// <param name="IsCommand">True if it began with a root, so that it is no question by accident.</param>
/// <param name="IsAdmin">True if that was the admins' root.</param>
internal sealed record SlackLine(string Text, bool IsCommand, bool IsAdmin)
{
    /// <param name="text">As typed.</param>
    /// <param name="command">The slash command as it is set: <c>/career</c>.</param>
    public static SlackLine Of(string text, string command)
    {
        var typed = text.Trim();
        var bare = typed.TrimStart('/');
        var root = command.TrimStart('/');
        return Behind(root + SlackCommand.AdminSuffix, bare) is { } own ? new(own, IsCommand: true, IsAdmin: true)
            : Behind(CommandTable.AdminRoot, bare) is { } admin ? new(admin, IsCommand: true, IsAdmin: true)
            : bare.Length < typed.Length && Behind(root, bare) is { } everybodys ? new(everybodys, IsCommand: true, IsAdmin: false)
            : new(typed, IsCommand: false, IsAdmin: false);
    }

    private static string? Behind(string root, string text) =>
        text.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (text.Length == root.Length || char.IsWhiteSpace(text[root.Length]))
            ? text[root.Length..].TrimStart()
            : null;
}
