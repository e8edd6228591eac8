using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Shows how somebody's own tips stand.</summary>
internal sealed class TipsStatusHandler(ISubscriptions subscriptions, OrderReplies replies) : ICommandHandler
{
    private const int MostShown = 3;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await subscriptions.OfPlaceAsync(Person.Of(call.Request).Direct, cancellationToken) is not [var own, ..])
        {
            return OrderReplies.Refused(call, "You have no daily tips", "`tips on` sends you one a day by direct message.") with { FollowUps = [new("Daily tips", "tips on")] };
        }

        var latest = await subscriptions.DeliveriesAsync(own.Id, MostShown, cancellationToken);
        var reply = replies.Kept(call, "Your daily tips", own, "`tips on` with another time changes them, `tips off` stops them.");
        return reply with
        {
            Blocks = [.. reply.Blocks, .. latest.Count == 0 ? [] : new ReplyBlock[] { new ReplyBlock.Heading("Lately"), new ReplyBlock.BulletList([.. latest.Select(Line)]) }],
            FollowUps = [new("Stop", "tips off"), new("Pause for a week", "tips pause 1 week")],
        };
    }

    private static string Line(Delivery delivery) => $"{MomentText.Of(delivery.Date)}: {delivery.State switch
    {
        DeliveryState.Sent => "sent",
        DeliveryState.Reserved => "under way",
        DeliveryState.Skipped => "left out",
        _ => "perhaps sent",
    }}.";
}
