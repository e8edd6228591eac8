using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Finds out what a subscription's next tip will be, without taking it.</summary>
internal sealed class NextTipOf(ISubscriptions subscriptions, INotices notices)
{
    /// <summary>More than any pack has tips.</summary>
    private const int MostLookedAt = 500;

    /// <summary>Null where there are no tips on its topic.</summary>
    public async Task<PickedTip?> FindAsync(KnowledgePack pack, Subscription subscription, CancellationToken cancellationToken)
    {
        var past = await subscriptions.DeliveriesAsync(subscription.Id, MostLookedAt, cancellationToken);
        return TipPicker.Pick(pack, await notices.QuarantinedAsync(cancellationToken), subscription, [.. past.Where(delivery => delivery.Tip is not null)]);
    }
}
