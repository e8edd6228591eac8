namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>Why a connection is no longer the one to rely on.</summary>
internal enum SocketEnd
{
    /// <summary>It broke off or was closed.</summary>
    Lost,

    /// <summary>Nothing has been heard for too long: it may be half open.</summary>
    Silent,

    /// <summary>Slack will take it away soon. It still serves.</summary>
    Replace,

    /// <summary>The app has too many sockets.</summary>
    TooMany,

    /// <summary>Socket Mode was switched off.</summary>
    LinkDisabled,
}
