namespace MLCareerBot.Slack.Protocol;

/// <summary>How long a decision about an envelope may take.</summary>
internal static class Decision
{
    /// <summary>Slack waits 3 s for an acknowledgement; what is decided later has been given up there.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);
}
