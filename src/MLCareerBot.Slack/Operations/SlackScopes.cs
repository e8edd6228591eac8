namespace MLCareerBot.Slack.Operations;

/// <summary>What the bot asks of a workspace: https://docs.slack.dev/reference/scopes.</summary>
internal static class SlackScopes
{
    /// <summary>
    /// app_mentions:read, im:history: mentions and direct messages come in. chat:write, im:write: answers go out, to direct
    /// messages too. users:read: who is an admin of the workspace, and people's time zones. No scope reads channels.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
        ["app_mentions:read", "assistant:write", "chat:write", "commands", "im:history", "im:write", "users:read"];

    /// <summary>Those that a token lacks; none where Slack did not say what it has.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> granted) =>
        granted.Count == 0 ? [] : [.. All.Except(granted, StringComparer.Ordinal)];
}
