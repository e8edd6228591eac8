namespace MLCareerBot.Fakes.Discord;

/// <summary>A gateway connection that the client opened.</summary>
public sealed record RecordedConnection(int Number, DateTimeOffset At, string Path, string Query)
{
    /// <summary>Whether it came to the address given for resuming.</summary>
    public bool IsResumeAddress => Path != "/";

    /// <summary>Whether a session was resumed on it.</summary>
    public bool IsResumed { get; init; }

    /// <summary>The session it carries, once identified or resumed.</summary>
    public string? SessionId { get; init; }

    /// <summary>The close code that the client sent, an echo of the fake's too; null when it sent none.</summary>
    public int? ClientCloseCode { get; init; }

    /// <summary>The close code that the fake sent first; null when it sent none.</summary>
    public int? ServerCloseCode { get; init; }

    /// <summary>Whether it is still open.</summary>
    public bool IsOpen { get; init; } = true;
}
