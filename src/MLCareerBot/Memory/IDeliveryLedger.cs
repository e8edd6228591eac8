using NodaTime;

namespace MLCareerBot.Memory;

/// <summary>
/// Who sends which tip, and what became of it. A due subscription is leased to one instance at a time; the lease's fence
/// keeps one that slept through its lease from writing; a row a scheduled date keeps everybody from sending twice.
/// </summary>
public interface IDeliveryLedger
{
    /// <summary>
    /// Leases what is due and carries out what <paramref name="plan"/> says, in one transaction: tips to send are reserved,
    /// what is skipped is recorded and moved on. Due times and leases are compared with the store's own clock.
    /// </summary>
    /// <param name="request">Of what, how many, for whom.</param>
    /// <param name="plan">Decides about each; pure, quick, and called once for each row.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The deliveries to be sent now, and how many rows were looked at: none means that nothing is due.</returns>
    Task<Claims> ClaimAsync(ClaimRequest request, Func<DueTip, TipPlan> plan, CancellationToken cancellationToken);

    /// <summary>True while the lease stands and nobody changed or deleted the subscription: the last look before the wire.</summary>
    Task<bool> IsMineAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>Records ends, moves the subscriptions on and gives their leases up, in one transaction. Those whose fence has moved change nothing.</summary>
    Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken);

    /// <summary>Gives leases up without an end: the reserved rows stay and are taken up again, not before the time named.</summary>
    Task ReleaseAsync(IReadOnlyList<Claim> claims, Instant notBefore, CancellationToken cancellationToken);

    /// <summary>Gives a lease up after an attempt that surely left nothing behind, so that it casts no doubt on the next one.</summary>
    Task GiveBackAsync(Claim claim, Instant notBefore, CancellationToken cancellationToken);

    /// <summary>The store's own time: the database server's where instances share it.</summary>
    Task<Instant> NowAsync(CancellationToken cancellationToken);
}

/// <summary>A wish for work.</summary>
/// <param name="Platform">The platform to send on.</param>
/// <param name="Most">At most this many rows.</param>
/// <param name="Owner">The instance that asks, by a name of its own.</param>
/// <param name="Lease">How long it may keep them.</param>
public sealed record ClaimRequest(string Platform, int Most, string Owner, Duration Lease)
{
    /// <summary>Only what came due then or later; null for all.</summary>
    public Instant? DueFrom { get; init; }

    /// <summary>Only what came due earlier; null for all.</summary>
    public Instant? DueBefore { get; init; }
}

/// <summary>What a claim brought.</summary>
/// <param name="ToSend">To be sent, each in time of its lease.</param>
/// <param name="Examined">Rows that were due, those skipped included.</param>
public sealed record Claims(IReadOnlyList<Claim> ToSend, int Examined);

/// <summary>A subscription that is due, with what is needed to decide about it.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Now">The store's time.</param>
/// <param name="Earlier">The delivery of that date, if one was begun before: in doubt while <see cref="DeliveryState.Reserved"/>.</param>
/// <param name="Past">The deliveries with a tip of the present round, and the last few before it, the latest first.</param>
public sealed record DueTip(Subscription Subscription, Instant Now, Delivery? Earlier, IReadOnlyList<Delivery> Past);

/// <summary>What to do about a due subscription. The set is closed.</summary>
public abstract record TipPlan
{
    private TipPlan()
    {
    }

    /// <summary>Send this tip. A reserved delivery of the date keeps its key and the time of its first attempt.</summary>
    /// <param name="Tip">Id of the tip.</param>
    /// <param name="RoundFrom">The date with which the round began that it belongs to.</param>
    public sealed record Send(string Tip, LocalDate RoundFrom) : TipPlan;

    /// <summary>Record that nothing is sent for this date, and wait for the next.</summary>
    public sealed record Skip(LocalDate NextDate, Instant NextDue) : TipPlan;

    /// <summary>Record nothing, and wait for this date: the present one has ended already, or was the wrong one.</summary>
    public sealed record MoveOn(LocalDate NextDate, Instant NextDue) : TipPlan;
}

/// <summary>A delivery that one instance may send, for as long as its lease stands.</summary>
/// <param name="Subscription">The subscription, as it was when claimed.</param>
/// <param name="Delivery">The reserved delivery.</param>
/// <param name="Fence">Goes up with each lease and each change.</param>
/// <param name="MayBeThere">True if an earlier attempt was begun and its end is not known.</param>
public sealed record Claim(Subscription Subscription, Delivery Delivery, long Fence, bool MayBeThere);

/// <summary>The tip of one date.</summary>
public sealed record Delivery
{
    /// <summary>The scheduled local date.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The same in every attempt: the subscription's id, a dot and the date, <c>abcdefghijklmnop.20261126</c>.</summary>
    public required string Key { get; init; }

    /// <summary>How it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Id of the tip; null for a date that was skipped.</summary>
    public string? Tip { get; init; }

    /// <summary>How often it was claimed.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was first reserved, so before any attempt.</summary>
    public required Instant ReservedAt { get; init; }

    /// <summary>The platform's id of the message, once sent.</summary>
    public string? MessageId { get; init; }
}

/// <summary>How a delivery stands. The numbers are stored.</summary>
public enum DeliveryState
{
    /// <summary>It is being sent, or its sender died.</summary>
    Reserved = 1,

    /// <summary>It is there.</summary>
    Sent = 2,

    /// <summary>Nothing was sent, and nothing will be.</summary>
    Skipped = 3,

    /// <summary>It may be there, and nobody can find out.</summary>
    Unknown = 4,
}

/// <summary>The end of a delivery.</summary>
/// <param name="Claim">The delivery.</param>
/// <param name="State">Sent, skipped or unknown.</param>
/// <param name="After">The subscription with its next date and whatever else the end changes: strikes, state.</param>
public sealed record Settlement(Claim Claim, DeliveryState State, Subscription After)
{
    /// <summary>The platform's id of the message, where it was sent.</summary>
    public string? MessageId { get; init; }
}
