namespace MLCareerBot.Chat;

/// <summary>How a platform is, for health checks and for admins.</summary>
/// <param name="State">The state.</param>
/// <param name="Detail">One sentence without secrets: what it waits for, or what an operator must do.</param>
public sealed record PlatformStatus(PlatformState State, string Detail);

/// <summary>The states of a platform.</summary>
public enum PlatformState
{
    /// <summary>It has not been connected yet.</summary>
    Starting,

    /// <summary>People reach it.</summary>
    Ready,

    /// <summary>The connection was lost and is being mended.</summary>
    Reconnecting,

    /// <summary>It has ended and will not come back by itself.</summary>
    Stopped,
}

/// <summary>A platform cannot go on, and trying again would not help: a rejected token, a missing right.</summary>
/// <param name="message">One sentence for the operator: what is wrong and what to do. No secrets.</param>
public class PlatformStoppedException(string message) : Exception(message);
