using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>
/// Sends what is due on one platform: takes only as much as it has hands for, so that a place that hangs holds up nothing
/// but one hand, and one platform never waits for another. What has to be caught up with has a lane of its own, so that it
/// does not hold up what comes due now.
/// </summary>
internal sealed partial class TipLane(
    IChatPlatform platform,
    LatePace pace,
    bool catchesUp,
    KnowledgeBase knowledge,
    IDeliveryLedger ledger,
    INotices notices,
    ClockGuard guard,
    TipSender sender,
    SettlementQueue settlements,
    TipNotices telling,
    TipSchedule schedule,
    TipOptions options,
    TimeProvider clock,
    ILogger<TipLane> logger) : IDisposable
{
    private const int MostAtOnce = 50;

    /// <summary>How often is looked for what is due.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    /// <summary>A container is killed ten seconds after it was asked to stop, and the platforms need their part of them.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(3);

    private readonly string _owner = Guid.NewGuid().ToString("n");
    private readonly Hands _hands = new(MostAtOnce);
    private bool _isStoreDown;

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Goes on until it is told to stop; then finishes what it has in hand, or gives it back.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var giveUp = new CancellationTokenSource();
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (!await TryFillHandsAsync(giveUp.Token, stopping))
                {
                    await Task.Delay(Tick, clock, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is in hand comes next.
        }

        await DrainAsync(giveUp);
    }

    public void Dispose() => _hands.Dispose();

    // True if it is worth looking again at once.
    private async Task<bool> TryFillHandsAsync(CancellationToken giveUp, CancellationToken stopping)
    {
        if (platform.Status.State is not PlatformState.Ready)
        {
            return false;
        }

        await _hands.OneFreeAsync(stopping);
        try
        {
            var (jobs, planner, examined) = await ClaimAsync(stopping);
            var endings = new TipEndings(planner, () => Now);
            jobs.ForEach(job => _hands.Start(() => HandleAsync(job, endings, giveUp)));
            _isStoreDown = false;
            return examined > 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // Whatever it is, the next look may go well, and a lane that ended would end in silence.
            if (!_isStoreDown)
            {
                LogStoreDown(catchesUp ? "What is late is not" : "No tips are", platform.Name, exception is StoreUnavailableException or StoreUnusableException ? exception.Message : exception.ToString());
            }

            _isStoreDown = true;
            return false;
        }
    }

    private async Task<(List<TipJob> Jobs, TipPlanner Planner, int Examined)> ClaimAsync(CancellationToken cancellationToken)
    {
        var pack = knowledge.Current.Pack;
        var planner = new TipPlanner(schedule, options, pack, await notices.QuarantinedAsync(cancellationToken));
        if (!guard.Trusts(await ledger.NowAsync(cancellationToken)))
        {
            return ([], planner, 0);
        }

        var late = pace.Look();
        var claimedAt = clock.GetTimestamp();
        var picked = new Dictionary<string, PickedTip>(StringComparer.Ordinal);
        var request = new ClaimRequest(platform.Name, _hands.Free, _owner, options.Lease);
        var claims = await ledger.ClaimAsync(catchesUp ? request with { DueBefore = late } : request with { DueFrom = late }, Plan, cancellationToken);
        return ([.. claims.ToSend.Select(claim => new TipJob(claim, pack, picked[claim.Subscription.Id], claimedAt))], planner, claims.Examined);

        TipPlan Plan(DueTip due)
        {
            var plan = planner.Plan(due);
            if (plan is TipPlan.Send && planner.Choose(due) is { } choice)
            {
                picked[due.Subscription.Id] = choice;
            }

            return plan;
        }
    }

    private async Task HandleAsync(TipJob job, TipEndings endings, CancellationToken giveUp)
    {
        try
        {
            await (catchesUp ? pace.TurnAsync(giveUp) : Task.CompletedTask);
            await EndAsync(job, await sender.TryAsync(platform, job, endings, giveUp), giveUp);
        }
        catch (Exception exception) when (exception is StoreUnavailableException || (exception is OperationCanceledException && giveUp.IsCancellationRequested))
        {
            // The lease runs out by itself, and whoever takes the delivery over looks whether it is there.
        }
        catch (Exception exception)
        {
            // The last line of defence: what is wrong with one delivery must not stop the others.
            LogFailed(exception, platform.Name);
        }
    }

    private async Task EndAsync(TipJob job, TipEnding ending, CancellationToken giveUp)
    {
        switch (ending)
        {
            case TipEnding.Over(var settlement):
                await settlements.SettleAsync(settlement, giveUp);
                TipFigures.Count(platform.Name, settlement.State);
                await TellAsync(job, settlement, giveUp);
                break;
            case TipEnding.Later(var notBefore):
                await ledger.GiveBackAsync(job.Claim, notBefore, CancellationToken.None);
                break;
            case TipEnding.InDoubt(var notBefore):
                await ledger.ReleaseAsync([job.Claim], notBefore, CancellationToken.None);
                break;
        }
    }

    private Task TellAsync(TipJob job, Settlement settlement, CancellationToken cancellationToken) => settlement switch
    {
        { After.State: SubscriptionState.Gone or SubscriptionState.NoAccess } => telling.OnRestAsync(platform, settlement.After, cancellationToken),
        { State: DeliveryState.Sent } => telling.OnSentAsync(platform, job.Claim.Subscription, job.Picked, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task DrainAsync(CancellationTokenSource giveUp)
    {
        var all = _hands.AllFreeAsync();
        await all.WaitAsync(DrainTime, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await giveUp.CancelAsync();
        await all;
    }

    [LoggerMessage(1, LogLevel.Warning, "{What} sent on {Platform} for now: {Reason}")]
    private partial void LogStoreDown(string what, string platform, string reason);

    [LoggerMessage(2, LogLevel.Error, "A tip could not be handled ({Platform}).")]
    private partial void LogFailed(Exception exception, string platform);
}
