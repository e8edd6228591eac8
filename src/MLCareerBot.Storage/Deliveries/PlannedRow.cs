using System.Diagnostics;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.Text;

namespace MLCareerBot.Storage.Deliveries;

/// <summary>What a plan for one row means for the tables.</summary>
/// <param name="Lease">The row of the subscription.</param>
/// <param name="Reserve">The row of the delivery, where there is one to be written.</param>
/// <param name="ToSend">What is to be sent.</param>
internal sealed record PlannedRow(LeaseRow Lease, ReserveRow? Reserve, Claim? ToSend)
{
    private static readonly LocalDatePattern KeyDate = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static PlannedRow Of(DueTip due, TipPlan plan, long fence, ClaimRequest request) => plan switch
    {
        TipPlan.Send send => Send(due, send, fence, request),
        TipPlan.Skip skip => Skip(due, skip, fence),
        TipPlan.MoveOn on => new(LeaseRow.Until(due.Subscription, on.NextDate, on.NextDue, fence), null, null),
        _ => throw new UnreachableException($"No row for {plan.GetType().Name}."),
    };

    private static PlannedRow Send(DueTip due, TipPlan.Send send, long fence, ClaimRequest request)
    {
        var subscription = due.Subscription with { RoundFrom = send.RoundFrom };
        var delivery = (due.Earlier ?? New(due)) with { Tip = send.Tip };
        var counted = delivery with { Attempts = delivery.Attempts + 1 };

        // A date that has ended is never sent again, even where a plan is wrong about it: it is held back for a lease.
        var claim = delivery.State == DeliveryState.Reserved ? new Claim(subscription, counted, fence, due.Earlier is not null) : null;
        return new(LeaseRow.Leased(subscription, fence, due.Now + request.Lease, request.Owner), ReserveRow.Of(subscription, delivery, 1), claim);
    }

    private static PlannedRow Skip(DueTip due, TipPlan.Skip skip, long fence)
    {
        var date = due.Subscription.NextDate;
        var after = due.Subscription with { LastDate = due.Subscription.LastDate is { } last && last > date ? last : date };
        var delivery = (due.Earlier ?? New(due)) with { State = DeliveryState.Skipped, Tip = null };
        return new(LeaseRow.Until(after, skip.NextDate, skip.NextDue, fence), ReserveRow.Of(after, delivery, 0, due.Now), null);
    }

    private static Delivery New(DueTip due) => new()
    {
        Date = due.Subscription.NextDate,
        Key = $"{due.Subscription.Id}.{KeyDate.Format(due.Subscription.NextDate)}",
        State = DeliveryState.Reserved,
        ReservedAt = due.Now,
    };
}

/// <summary>A subscription's row after a claim.</summary>
internal sealed record LeaseRow(
    string Id, long Fence, string NextDate, long NextDue, string? LastDate, string? RoundFrom, long? LeaseUntil, string? LeaseOwner)
{
    public static LeaseRow Leased(Subscription subscription, long fence, Instant until, string owner) =>
        Until(subscription, subscription.NextDate, subscription.NextDue, fence) with { LeaseUntil = Stored.Of(until), LeaseOwner = owner };

    public static LeaseRow Until(Subscription subscription, LocalDate nextDate, Instant nextDue, long fence) => new(
        subscription.Id, fence, Stored.Of(nextDate), Stored.Of(nextDue), Stored.Of(subscription.LastDate), Stored.Of(subscription.RoundFrom), null, null);
}

/// <summary>A delivery's row in a claim. <see cref="Attempts"/> is added to what is there.</summary>
internal sealed record ReserveRow(
    string Id, string LocalDate, string DeliveryKey, int State, string? Tip, int Attempts, long ReservedAt, long? EndedAt)
{
    public static ReserveRow Of(Subscription subscription, Delivery delivery, int attempts, Instant? ended = null) => new(
        subscription.Id,
        Stored.Of(delivery.Date),
        delivery.Key,
        (int)delivery.State,
        Stored.Text(delivery.Tip),
        attempts,
        Stored.Of(delivery.ReservedAt),
        ended is { } at ? Stored.Of(at) : null);
}
