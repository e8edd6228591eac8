using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Makes one attempt to send one tip, while its lease stands, and says what that came to.</summary>
internal sealed partial class TipSender(
    IDeliveryLedger ledger, INotices notices, TipOptions options, TimeProvider clock, ILogger<TipSender> logger)
{
    /// <summary>The share of a lease within which an attempt must be over: whoever slept longer may have been replaced.</summary>
    private const double SafeShare = 0.6;

    private const int MostKnown = 100_000;

    /// <summary>From 15 s to 16 min.</summary>
    private const int MostDoublings = 6;

    private static readonly Duration UntilGoneIsBelieved = Duration.FromHours(1);
    private static readonly Duration ShortestWait = Duration.FromSeconds(15);

    private readonly Recent<string, Instant> _missing = new(MostKnown);

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <param name="platform">Where to send.</param>
    /// <param name="job">What to send.</param>
    /// <param name="endings">What a finished delivery means for its subscription.</param>
    /// <param name="cancellationToken">Ends the attempt; it may have arrived then.</param>
    public async Task<TipEnding> TryAsync(IChatPlatform platform, TipJob job, TipEndings endings, CancellationToken cancellationToken)
    {
        var left = (options.Lease.ToTimeSpan() * SafeShare) - clock.GetElapsedTime(job.ClaimedAt);
        if (left <= TimeSpan.Zero)
        {
            return new TipEnding.Later(Now);
        }

        if (!await ledger.IsMineAsync(job.Claim, cancellationToken))
        {
            return new TipEnding.Dropped();
        }

        using var deadline = new CancellationTokenSource(left, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var result = await platform.SendAsync(job.Message(), both.Token);
            return await JudgeAsync(platform, job, endings, result, both.Token);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException)
        {
            // It may have arrived. The next attempt knows that there was this one, and looks.
            if (!both.IsCancellationRequested)
            {
                LogFailed(exception, platform.Name);
            }

            return new TipEnding.InDoubt(Now + PauseAfter(job.Claim.Delivery.Attempts));
        }
    }

    private async Task<TipEnding> JudgeAsync(IChatPlatform platform, TipJob job, TipEndings endings, SendResult result, CancellationToken cancellationToken)
    {
        switch (result.Outcome)
        {
            case SendOutcome.Sent:
                _missing.Remove(job.Claim.Subscription.Id);
                return endings.Sent(job.Claim, result);
            case SendOutcome.Unknown when options.ResendsUnknown:
                var again = await platform.SendAsync(job.Message() with { FirstTriedAt = null }, cancellationToken);
                return again.Outcome is SendOutcome.Sent ? endings.Sent(job.Claim, again) : endings.Unknown(job.Claim);
            case SendOutcome.Unknown:
                return endings.Unknown(job.Claim);
            case SendOutcome.Gone:
                return IsGoneForGood(job.Claim) ? endings.Rest(job.Claim, SubscriptionState.Gone) : new TipEnding.Later(Now + UntilGoneIsBelieved);
            case SendOutcome.NoAccess:
                return endings.Rest(job.Claim, SubscriptionState.NoAccess);
            case SendOutcome.DirectMessagesClosed:
                return endings.Closed(job.Claim);
            case SendOutcome.ContentRefused:
                LogQuarantined(job.Tip.Id, platform.Name);
                await notices.QuarantineAsync(job.Tip.Id, cancellationToken);
                return new TipEnding.Later(Now);
            default:
                return new TipEnding.Later(Now + WaitAfter(result.RetryAfter));
        }
    }

    // A permission that was taken away can look like a place that is gone.
    private bool IsGoneForGood(Claim claim)
    {
        if (_missing.TryGet(claim.Subscription.Id, out var since))
        {
            return Now - since >= UntilGoneIsBelieved;
        }

        _missing.Set(claim.Subscription.Id, Now);
        return false;
    }

    // Soon at first, while the platform still knows the first copy by its nonce; then less and less often, for a place that hangs costs a hand.
    private static Duration PauseAfter(int attempts) => ShortestWait * (1L << Math.Clamp(attempts - 1, 0, MostDoublings));

    private static Duration WaitAfter(TimeSpan? asked) => asked is { } wait ? Duration.Max(ShortestWait, wait.ToDuration()) : ShortestWait;

    [LoggerMessage(1, LogLevel.Error, "The tip {Tip} is refused by {Platform} for its words; it is left out from now on. Mend it in the pack under another id.")]
    private partial void LogQuarantined(string tip, string platform);

    [LoggerMessage(2, LogLevel.Error, "A tip could not be sent on {Platform}; it is tried again.")]
    private partial void LogFailed(Exception exception, string platform);
}
