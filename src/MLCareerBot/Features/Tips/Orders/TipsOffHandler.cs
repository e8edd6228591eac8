using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Ends somebody's own tips at once.</summary>
internal sealed class TipsOffHandler(ISubscriptions subscriptions) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var own = await subscriptions.OfPlaceAsync(Person.Of(call.Request).Direct, cancellationToken);
        foreach (var subscription in own)
        {
            await subscriptions.DeleteAsync(subscription.Id, cancellationToken);
        }

        return own is [var first, ..]
            ? OrderReplies.Refused(call, "Daily tips are off", "No more will come; what was kept for them is deleted.") with { FollowUps = [new("On again", Again(first.Timetable))] }
            : OrderReplies.Refused(call, "You have no daily tips", "So there is nothing to stop.") with { FollowUps = [new("Daily tips", "tips on")] };
    }

    private static string Again(TipTimetable timetable) =>
        $"tips on time:{TimeText.Write(timetable.Time)} zone:{timetable.Zone} days:{WeekdaysText.Write(timetable.Days)}";
}
