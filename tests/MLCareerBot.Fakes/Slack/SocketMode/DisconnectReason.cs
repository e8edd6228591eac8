namespace MLCareerBot.Fakes.Slack;

/// <summary>What Slack says before it takes a socket away.</summary>
public static class DisconnectReason
{
    /// <summary>The socket goes away soon.</summary>
    public const string Warning = "warning";

    /// <summary>The socket goes away; a new one is wanted.</summary>
    public const string RefreshRequested = "refresh_requested";

    /// <summary>Socket Mode was switched off.</summary>
    public const string LinkDisabled = "link_disabled";

    /// <summary>The app has too many sockets open.</summary>
    public const string TooManyWebSockets = "too_many_websockets";
}
