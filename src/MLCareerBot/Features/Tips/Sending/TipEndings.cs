using MLCareerBot.Chat;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>What the end of a delivery means for its subscription.</summary>
/// <param name="planner">Knows the next date.</param>
/// <param name="now">The time.</param>
internal sealed class TipEndings(TipPlanner planner, Func<Instant> now)
{
    /// <summary>A person may have closed their messages for a day; on so many days in a row, they mean it.</summary>
    private const int MostStrikes = 3;

    public TipEnding Sent(Claim claim, SendResult result)
    {
        var after = After(claim) with { Strikes = 0, LastStrike = null, DirectChannel = result.DirectChannel };
        return new TipEnding.Over(new(claim, DeliveryState.Sent, after) { MessageId = result.MessageId });
    }

    public TipEnding Unknown(Claim claim) => new TipEnding.Over(new(claim, DeliveryState.Unknown, After(claim)));

    /// <summary>Nothing more is sent until the place is open again.</summary>
    public TipEnding Rest(Claim claim, SubscriptionState state) =>
        new TipEnding.Over(new(claim, DeliveryState.Skipped, After(claim) with { State = state, StateSince = now() }));

    /// <summary>The person takes no messages today.</summary>
    public TipEnding Closed(Claim claim)
    {
        var after = After(claim);
        var strikes = claim.Subscription.LastStrike == claim.Delivery.Date ? after.Strikes : after.Strikes + 1;
        after = after with { Strikes = strikes, LastStrike = claim.Delivery.Date };
        return new TipEnding.Over(new(claim, DeliveryState.Skipped, strikes < MostStrikes
            ? after
            : after with { State = SubscriptionState.DirectMessagesClosed, StateSince = now() }));
    }

    private Subscription After(Claim claim)
    {
        var (date, due) = planner.Next(claim.Subscription, now());
        return claim.Subscription with { LastDate = claim.Delivery.Date, NextDate = date, NextDue = due };
    }
}
