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
        return left.Count > 0 && subscription.RoundFrom is { } roundFrom
            ? Choose(left, pool.Count, roundFrom)
            : Choose(Rested(pool, past), pool.Count, subscription.NextDate);

        PickedTip Choose(List<Tip> from, int all, LocalDate round)
        {
            var inStep = OfStep(pack, subscription, from);
            var tip = inStep.MinBy(tip => Lot.Of(subscription.Id, $"{round}", tip.Id))!; // There is at least one.
            var number = round == subscription.NextDate ? 1 : all - left.Count + 1;
            return new(tip, round, number, all);
        }
    }

    // Half of a small pool has to rest enough.
    private static List<Tip> Rested(List<Tip> pool, IReadOnlyList<Delivery> past)
    {
        var latest = past.Select(delivery => delivery.Tip).Take(Math.Min(Apart, pool.Count / 2)).ToHashSet(StringComparer.Ordinal);
        return [.. pool.Where(tip => !latest.Contains(tip.Id))];
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
internal sealed record PickedTip(Tip Tip, LocalDate RoundFrom, int Number, int Of);
