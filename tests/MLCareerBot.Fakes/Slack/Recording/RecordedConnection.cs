namespace MLCareerBot.Fakes.Slack;

/// <summary>A Socket Mode connection that the app opened.</summary>
public sealed record RecordedConnection(int Number, DateTimeOffset At)
{
    /// <summary>Whether it is still open.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether hello was sent on it.</summary>
    public bool HasHello { get; init; }

    /// <summary>The close code that the app sent; null when it sent none.</summary>
    public int? ClientCloseCode { get; init; }

    /// <summary>The close code that the fake sent; null when it sent none.</summary>
    public int? ServerCloseCode { get; init; }

    /// <summary>The disconnect reasons that were sent on it.</summary>
    public IReadOnlyList<string> DisconnectReasons { get; init; } = [];

    /// <summary>Frames that are no acknowledgement of anything the fake sent.</summary>
    public IReadOnlyList<string> StrangeFrames { get; init; } = [];

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
