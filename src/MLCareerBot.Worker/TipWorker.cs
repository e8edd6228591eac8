using Microsoft.Extensions.Hosting;
using MLCareerBot.Features.Tips.Sending;

namespace MLCareerBot.Worker;

/// <summary>Delivers daily tips, and keeps the store tidy, beside the platforms. Ends before they do: it needs them to finish.</summary>
internal sealed class TipWorker(TipSweep sweep, Housekeeping housekeeping) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whatever the store does, the platforms start.
        await Task.Yield();
        var cleaning = housekeeping.RunAsync(stoppingToken);
        await sweep.RunAsync(stoppingToken);
        await cleaning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
