namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What to do once a connection has ended.</summary>
internal enum GatewayReaction
{
    /// <summary>Wait, then go on with the same session; without one, identify.</summary>
    Resume,

    /// <summary>Discord asked for a new connection (op 7): go on with the same session at once.</summary>
    ResumeAtOnce,

    /// <summary>The session is void: wait, then identify.</summary>
    Identify,

    /// <summary>Discord refused the session (op 9): wait 1 to 5 s, then identify.</summary>
    IdentifyLater,

    /// <summary>Trying again would not help.</summary>
    Stop,
}
