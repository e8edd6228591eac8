using MLCareerBot.Chat;
using NodaTime;

namespace MLCareerBot.Memory;

/// <summary>The standing orders for tips. Every call may throw <see cref="StoreUnavailableException"/>.</summary>
public interface ISubscriptions
{
    /// <summary>All of one place, oldest first; there is one a topic.</summary>
    Task<IReadOnlyList<Subscription>> OfPlaceAsync(ChatAddress place, CancellationToken cancellationToken);

    /// <summary>All of one server or workspace, oldest first, direct messages left out. A null workspace is the terminal's.</summary>
    Task<IReadOnlyList<Subscription>> OfWorkspaceAsync(string platform, string? workspace, CancellationToken cancellationToken);

    /// <summary>How many a person has set up on a platform.</summary>
    Task<int> CountOfOwnerAsync(Person owner, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a new one (<see cref="Subscription.Version"/> zero) or a change. A change takes any lease away, so that a
    /// delivery under way is not sent unless it is on the wire already. False if somebody changed, deleted or, for a new
    /// one, created it meanwhile: read again.
    /// </summary>
    Task<bool> SaveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>Deletes one with its deliveries; a delivery under way is not sent after this. False if it was not there.</summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);

    /// <summary>Active ones whose due time comes from other time zone data than this.</summary>
    Task<IReadOnlyList<Subscription>> WithOtherZonesAsync(string zoneVersion, int most, CancellationToken cancellationToken);

    /// <summary>The deliveries of one, the latest first.</summary>
    Task<IReadOnlyList<Delivery>> DeliveriesAsync(string id, int most, CancellationToken cancellationToken);

    /// <summary>How many there are in each state, all platforms together.</summary>
    Task<IReadOnlyDictionary<SubscriptionState, int>> CountAsync(CancellationToken cancellationToken);
}
