namespace MLCareerBot.Memory;

/// <summary>
/// Where the bot is let in. Platforms tell when that changes; an outage is no change. Every call may throw <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IResidence
{
    /// <summary>The bot was removed from a server or workspace: its subscriptions rest, and are deleted after the grace period. Said again, it changes nothing.</summary>
    Task LeaveAsync(string platform, string workspace, CancellationToken cancellationToken);

    /// <summary>The bot is in a server or workspace again: what rested because it was removed goes on.</summary>
    Task ReturnAsync(string platform, string workspace, CancellationToken cancellationToken);

    /// <summary>
    /// The bot may be able to write again where it could not: in a whole server (<paramref name="workspace"/>), in one
    /// conversation, or to a person. What rested for that goes on with its next date.
    /// </summary>
    Task ReopenAsync(string platform, string? workspace, string? conversation, CancellationToken cancellationToken);

    /// <summary>Deletes what is past its time: places left, finished deliveries, keys of events, unanswered questions. How many rows that were.</summary>
    Task<int> PurgeAsync(CancellationToken cancellationToken);
}
