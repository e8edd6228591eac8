using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>
/// Chooses a subscription's next tip: every one of the pool once before any comes again, in an order of its own. The
/// ledger knows which were sent, so that a pack that changes meanwhile changes the order of what is left and no more.
/// </summary>
internal static class TipPicker
{
    /// <summary>After a new round has begun, what came in the last two weeks does not come at once again.</summary>
    private const int Apart = 14;

    private const int DaysOfWeek = 7;

    /// <param name="pack">The tips there are.</param>
    /// <param name="quarantined">Tips that are kept from being chosen.</param>
    /// <param name="subscription">For whom; its <see cref="Subscription.NextDate"/> is the date to choose for.</param>
    /// <param name="past">Its deliveries with a tip of the present round and the last few before, the latest first.</param>
    /// <returns>Null where the pool is empty.</returns>
    public static PickedTip? Pick(KnowledgePack pack, IReadOnlySet<string> quarantined, Subscription subscription, IReadOnlyList<Delivery> past)
    {
        var pool = pack.TipsOn(subscription.Topic).Where(tip => !quarantined.Contains(tip.Id)).ToList();
        if (pool.Count == 0)
        {
            return null;
        }

        var given = past.Where(delivery => delivery.Date >= subscription.RoundFrom && delivery.Date != subscription.NextDate).Select(delivery => delivery.Tip).ToHashSet(StringComparer.Ordinal);
        var left = pool.Where(tip => !given.Contains(tip.Id)).ToList();
        var isGoingOn = left.Count > 0 && subscription.RoundFrom is not null;
        var round = isGoingOn ? subscription.RoundFrom!.Value : subscription.NextDate; // Looked at in the line above.
        var from = OfStep(pack, subscription, Rested(isGoingOn ? left : pool, pool.Count, past));
        var tip = from.MinBy(tip => Lot.Of(subscription.Id, $"{round}", tip.Id))!; // There is at least one.
        return new(tip, round, isGoingOn ? pool.Count - left.Count + 1 : 1, pool.Count) { BeginsAnew = !isGoingOn && subscription.RoundFrom is not null };
    }

    // Half of a small pool has to rest enough.
    private static List<Tip> Rested(List<Tip> tips, int all, IReadOnlyList<Delivery> past)
    {
        var latest = past.Select(delivery => delivery.Tip).Take(Math.Min(Apart, all / 2)).ToHashSet(StringComparer.Ordinal);
        var rested = tips.Where(tip => !latest.Contains(tip.Id)).ToList();
        return rested.Count > 0 ? rested : tips;
    }

    // A cohort takes a step a week, of every path at once: its first week has the tips of A1 and C1. A step whose tips are
    // used up, and the weeks after the last, leave all that is left.
    private static List<Tip> OfStep(KnowledgePack pack, Subscription subscription, List<Tip> left)
    {
        if (subscription.CohortStart is not { } start)
        {
            return left;
        }

        var week = Period.DaysBetween(start, subscription.NextDate) / DaysOfWeek;
        var steps = pack.Roadmap.Paths.Where(path => week >= 0 && week < path.Steps.Count).Select(path => path.Steps[week].Id).ToHashSet(StringComparer.Ordinal);
        var inStep = left.Where(tip => steps.Contains(tip.Step)).ToList();
        return inStep.Count > 0 ? inStep : left;
    }
}

/// <summary>A chosen tip.</summary>
/// <param name="Tip">The tip.</param>
/// <param name="RoundFrom">The date with which the round began that it belongs to.</param>
/// <param name="Number">Which of the round it is, from one.</param>
/// <param name="Of">How many the pool has.</param>
internal sealed record PickedTip(Tip Tip, LocalDate RoundFrom, int Number, int Of)
{
    /// <summary>True for the first of a round that is not the first round.</summary>
    public bool BeginsAnew { get; init; }
}
