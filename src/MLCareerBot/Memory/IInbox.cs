using NodaTime;

namespace MLCareerBot.Memory;

/// <summary>
/// Events that were taken from a platform and are to be answered: kept before they are acknowledged, so that a crash loses
/// none; known by their keys, so that each has one effect, on whatever instance. Every call may throw <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IInbox
{
    /// <summary>Keeps an event under all its keys, leased to this instance; false if any of the keys was there before: it is a copy.</summary>
    Task<bool> TryAddAsync(InboxEvent item, CancellationToken cancellationToken);

    /// <summary>Notes that an answer is about to be sent: after a crash it may be there. False if somebody else has the event by now, or it was deleted.</summary>
    Task<bool> BeginAnswerAsync(InboxEvent item, CancellationToken cancellationToken);

    /// <summary>The event is dealt with; its contents are forgotten, its keys are kept for a day.</summary>
    Task FinishAsync(InboxEvent item, CancellationToken cancellationToken);

    /// <summary>Takes over events of a platform whose lease has run out: their instance is gone. The oldest first.</summary>
    Task<IReadOnlyList<InboxEvent>> TakeOverAsync(string platform, int most, CancellationToken cancellationToken);
}

/// <summary>An event.</summary>
public sealed record InboxEvent
{
    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>What it is known by when it comes again; at least one, the first is its own.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The platform's id of who sent it, so that it can be deleted with the rest of that person's data.</summary>
    public required string User { get; init; }

    /// <summary>The event as the platform needs it again, JSON.</summary>
    public required string Contents { get; init; }

    /// <summary>When it came in.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>True if its answer may be there already: see <see cref="IInbox.BeginAnswerAsync"/>.</summary>
    public bool MayBeAnswered { get; init; }

    /// <summary>Goes up with each taking over.</summary>
    public long Fence { get; init; }
}
