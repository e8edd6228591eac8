using Microsoft.Extensions.Logging;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>After an upgrade of the time zone data, computes anew when the next tips are due: governments change their minds.</summary>
internal sealed partial class ZoneUpkeep(ISubscriptions subscriptions, TipSchedule schedule, ILogger<ZoneUpkeep> logger)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        while (await subscriptions.WithOtherZonesAsync(schedule.ZoneVersion, Batch, cancellationToken) is [_, ..] outdated)
        {
            foreach (var subscription in outdated)
            {
                // The date stays: it is what was promised, and the ledger's key. Somebody else's change makes theirs the newer one.
                var due = schedule.DueOn(subscription, subscription.NextDate);
                await subscriptions.SaveAsync(subscription with { NextDue = due, ZoneVersion = schedule.ZoneVersion }, cancellationToken);
                changed += due == subscription.NextDue ? 0 : 1;
            }
        }

        if (changed > 0)
        {
            LogChanged(changed, schedule.ZoneVersion);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} subscriptions have their next tip at another instant, by the time zone data {Version}.")]
    private partial void LogChanged(int count, string version);
}
