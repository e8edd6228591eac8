using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Decides what becomes of a subscription that is due. Pure: the same rows, the same plan.</summary>
/// <param name="schedule">The calendar.</param>
/// <param name="options">How late is too late.</param>
/// <param name="pack">The tips.</param>
/// <param name="quarantined">Tips that no platform takes.</param>
internal sealed class TipPlanner(TipSchedule schedule, TipOptions options, KnowledgePack pack, IReadOnlySet<string> quarantined)
{
    /// <summary>A tip for 23:59 may come a little after midnight.</summary>
    private static readonly Duration PastMidnight = Duration.FromMinutes(10);

    public TipPlan Plan(DueTip due) => due switch
    {
        { Earlier: { State: not DeliveryState.Reserved } } => MoveOn(due),
        _ when IsForAnotherDate(due) => MoveOn(due),
        { Earlier: null } when IsTooLate(due) => Skip(due),
        { Earlier: { } } when IsTooLate(due) && !IsOnItsDay(due) => Skip(due),
        _ when Choose(due) is { } picked => new TipPlan.Send(picked.Tip.Id, picked.RoundFrom),
        _ => Skip(due),
    };

    /// <summary>The tip that is chosen, or was: one that may be on its way is not exchanged for another.</summary>
    public PickedTip? Choose(DueTip due) =>
        due.Earlier is { State: DeliveryState.Reserved, Tip: { } reserved } && !quarantined.Contains(reserved) && pack.Tips.FirstOrDefault(tip => tip.Id == reserved) is { } tip
            ? new(tip, due.Subscription.RoundFrom ?? due.Subscription.NextDate, 0, 0)
            : TipPicker.Pick(pack, quarantined, due.Subscription, due.Past);

    /// <summary>The date after the one that is over: not in the past, however long nobody looked.</summary>
    public (LocalDate Date, Instant Due) Next(Subscription subscription, Instant now)
    {
        var last = Latest(subscription.LastDate, subscription.NextDate);
        var after = subscription with { LastDate = last };
        var next = schedule.After(after, last);
        return IsOver(subscription, next.Date, now) ? schedule.First(after, now - options.CatchUp) : next;
    }

    private TipPlan.Skip Skip(DueTip due)
    {
        var (date, at) = Next(due.Subscription, due.Now);
        return new(date, at);
    }

    // The date was dealt with, or is none any more: it may have been changed, paused or taken off the days meanwhile.
    private TipPlan.MoveOn MoveOn(DueTip due)
    {
        var isDone = due.Earlier is { State: not DeliveryState.Reserved };
        var (date, at) = isDone ? Next(due.Subscription, due.Now) : schedule.First(due.Subscription, due.Now - options.CatchUp);
        return new(date, at);
    }

    private bool IsForAnotherDate(DueTip due) =>
        due.Earlier is null
        && (!schedule.IsOn(due.Subscription.Timetable, due.Subscription.NextDate)
            || due.Subscription.NextDate < due.Subscription.PausedUntil
            || due.Subscription.NextDate < due.Subscription.CohortStart);

    private bool IsTooLate(DueTip due) => IsOver(due.Subscription, due.Subscription.NextDate, due.Now);

    private bool IsOver(Subscription subscription, LocalDate date, Instant now)
    {
        var late = now - schedule.DueOn(subscription, date);
        return late > options.CatchUp || (late > PastMidnight && schedule.DateAt(subscription.Timetable, now) > DateOf(subscription, date));
    }

    // In doubt whether it is there, it is worth finding out for as long as its day lasts.
    private bool IsOnItsDay(DueTip due) => schedule.DateAt(due.Subscription.Timetable, due.Now) <= DateOf(due.Subscription, due.Subscription.NextDate);

    // A gap at midnight can take a late time of day into the next date.
    private LocalDate DateOf(Subscription subscription, LocalDate date) => schedule.DateAt(subscription.Timetable, schedule.NominalOn(subscription.Timetable, date));

    private static LocalDate Latest(LocalDate? one, LocalDate other) => one is { } date && date > other ? date : other;
}
