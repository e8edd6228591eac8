using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>What is said about orders and subscriptions. All of it is private, and none of it repeats what was typed.</summary>
internal sealed class OrderReplies(TipSchedule schedule)
{
    private const int IdShown = 5;

    private static readonly string[] Examples = ["America/New_York", "Europe/Berlin", "Asia/Kolkata"];

    /// <summary>The letters that stand for a subscription in commands.</summary>
    public static string ShortId(Subscription subscription) => subscription.Id[..IdShown];

    /// <summary>What is wrong with an order; the zones that may be meant complete it at a click.</summary>
    public static ChatReply Wrong(CommandCall call, TipOrder order) => new("Not quite", [.. order.Faults.Values.Select(fault => new ReplyBlock.Paragraph(fault))])
    {
        IsPrivate = true,
        FollowUps = [.. order.ZonesMeant.Take(ChatReply.MaxFollowUps).Select(zone => new FollowUp(zone, WithZone(call, zone).Line))],
        Outcome = call.Pack.AnsweredBy(call.Command.Name),
    };

    public static ChatReply WhichZone(CommandCall call) => new("Which time zone?", new ReplyBlock.Paragraph(
        $"Say where you are, for example {CommandReplies.Quote(WithZone(call, "Europe/Berlin").Line)}. Then tips come at your time, summer and winter."))
    {
        IsPrivate = true,
        FollowUps = [.. Examples.Select(zone => new FollowUp(zone, WithZone(call, zone).Line))],
        Outcome = call.Pack.AnsweredBy(call.Command.Name),
    };

    public static ChatReply Refused(CommandCall call, string title, string why) => new(title, new ReplyBlock.Paragraph(why))
    {
        IsPrivate = true,
        Outcome = call.Pack.AnsweredBy(call.Command.Name),
    };

    /// <summary>A subscription that was kept.</summary>
    public ChatReply Kept(CommandCall call, string title, Subscription subscription, string howToStop) => new(title,
    [
        schedule.NextMoment(subscription),
        new ReplyBlock.BulletList([.. Describe(call.Pack, subscription)]),
        new ReplyBlock.Note(howToStop),
    ])
    {
        IsPrivate = true,
        Outcome = call.Pack.AnsweredBy(call.Command.Name),
    };

    /// <summary>When, about what, how many, and what stands in the way.</summary>
    public IEnumerable<string> Describe(KnowledgePack pack, Subscription subscription)
    {
        var pool = pack.TipsOn(subscription.Topic).Count();
        yield return $"At {TimeText.Write(subscription.Timetable.Time)}, {WeekdaysText.Write(subscription.Timetable.Days)}, {subscription.Timetable.Zone}.";
        yield return $"{pool} tips{(subscription.Topic is { } topic ? $" on {topic}" : "")}, none twice before all have come.";
        if (subscription.CohortStart is { } start)
        {
            yield return $"A roadmap step a week from {MomentText.Of(start)} on.";
        }

        if (Hindrance(subscription) is { } hindrance)
        {
            yield return hindrance;
        }
    }

    /// <summary>Why nothing comes, and what to do; null where it does.</summary>
    public string? Hindrance(Subscription subscription) => subscription switch
    {
        { State: SubscriptionState.NoAccess } => "At rest: I may not write there. Let me in, and it goes on.",
        { State: SubscriptionState.Gone } => "At rest: the place is gone. It is deleted a week later.",
        { State: SubscriptionState.DirectMessagesClosed } => "At rest: direct messages were closed. Open them and write to me, and it goes on.",
        { State: SubscriptionState.Removed } => "At rest: I was removed from there.",
        { PausedUntil: { } until } when subscription.NextDate >= until => $"Paused until {MomentText.Of(until)}.",
        _ when !schedule.Knows(subscription.Timetable.Zone) => "The time zone is not known any more, so tips come by UTC. Choose another.",
        _ => null,
    };

    private static CommandCall WithZone(CommandCall call, string zone) =>
        call with { Options = new Dictionary<string, string>(call.Options, StringComparer.Ordinal) { ["zone"] = zone } };
}
