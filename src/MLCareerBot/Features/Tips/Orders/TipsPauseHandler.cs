using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Lets tips rest until a day: somebody's own, or for admins a channel's.</summary>
internal sealed class TipsPauseHandler(ISubscriptions subscriptions, Schedules schedules, OrderBook book, OrderReplies replies, TipSchedule schedule) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Command.IsAdmin)
        {
            var (chosen, problem) = await schedules.FindAsync(call, cancellationToken);
            return chosen is null
                ? problem! // One of the two is there.
                : await PauseAsync(call, () => schedules.ReadAsync(chosen, cancellationToken), cancellationToken);
        }

        var own = Person.Of(call.Request).Direct;
        return await PauseAsync(call, async () => await subscriptions.OfPlaceAsync(own, cancellationToken) is [var first, ..] ? first : null, cancellationToken);
    }

    private async Task<ChatReply> PauseAsync(CommandCall call, Func<Task<Subscription?>> find, CancellationToken cancellationToken)
    {
        if (await find() is not { } found)
        {
            return OrderReplies.Refused(call, "You have no daily tips", "So there is nothing to pause.") with { FollowUps = [new("Daily tips", "tips on")] };
        }

        var today = schedule.DateAt(found.Timetable, book.Now);
        if (DateText.Read(call["until"] ?? "", today) is not { } until)
        {
            return OrderReplies.Refused(call, "Until when?", "Name a day to come, within a year: a date such as 2026-12-24, a weekday, or 2 weeks.");
        }

        var paused = await book.ChangeAsync(find, subscription => book.Scheduled(subscription with { PausedUntil = until }), cancellationToken);
        return replies.Kept(call, "Tips are paused", paused ?? found, "They go on by themselves then.");
    }
}
