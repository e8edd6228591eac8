using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>A tip that is to be sent.</summary>
/// <param name="Claim">The delivery.</param>
/// <param name="Pack">The pack it was chosen from.</param>
/// <param name="Picked">The choice.</param>
/// <param name="ClaimedAt">The clock's timestamp before it was claimed.</param>
internal sealed record TipJob(Claim Claim, KnowledgePack Pack, PickedTip Picked, long ClaimedAt)
{
    private const string Stop = "tips off";

    public Tip Tip => Picked.Tip;

    public OutboundMessage Message() => new(Claim.Subscription.To, Reply(), Claim.Delivery.Key)
    {
        DirectChannel = Claim.Subscription.DirectChannel,
        IsOneOfMany = true,
        FirstTriedAt = Claim.MayBeThere ? Claim.Delivery.ReservedAt.ToDateTimeOffset() : null,
    };

    private ChatReply Reply()
    {
        var tip = TipReply.For(Pack, Tip, Claim.Subscription.Topic);
        var isOwn = Claim.Subscription.To.DirectUser is not null;
        return tip with
        {
            Blocks = [.. tip.Blocks, .. Picked.Number > 0 ? [new ReplyBlock.Note($"Tip {Picked.Number} of {Picked.Of}.")] : Array.Empty<ReplyBlock>()],
            FollowUps = isOwn ? [.. tip.FollowUps.Take(ChatReply.MaxFollowUps - 1), new("Stop these tips", Stop)] : tip.FollowUps,
        };
    }
}
