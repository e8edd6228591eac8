using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Delivers the daily tips, two lanes for each platform, for as long as the program runs.</summary>
public sealed partial class TipSweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly IStore _store;
    private readonly ZoneUpkeep _zones;
    private readonly SettlementQueue _settlements;
    private readonly ClockGuard _guard;

    // Holds the platforms; asked late, because they stand on the router that leads here.
    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly ILogger<TipSweep> _logger;

    internal TipSweep(
        IStore store, ZoneUpkeep zones, SettlementQueue settlements, ClockGuard guard, IServiceProvider services, TimeProvider clock, ILogger<TipSweep> logger) =>
        (_store, _zones, _settlements, _guard, _services, _clock, _logger) = (store, zones, settlements, guard, services, clock, logger);

    /// <summary>Why no tips are sent, in a sentence; null where they are.</summary>
    public string? Trouble => _store.Trouble ?? _guard.Doubt;

    /// <summary>Goes on until it is told to stop; then finishes what is in hand within seconds, or gives it back.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await PrepareAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }

        using var settled = new CancellationTokenSource();
        var writing = _settlements.RunAsync(settled.Token);
        await Task.WhenAll(_services.GetServices<IChatPlatform>().Select(platform => ServeAsync(platform, stopping)));
        await settled.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync(IChatPlatform platform, CancellationToken stopping)
    {
        var pace = new LatePace(_clock);
        using var present = ActivatorUtilities.CreateInstance<TipLane>(_services, platform, pace, false);
        using var late = ActivatorUtilities.CreateInstance<TipLane>(_services, platform, pace, true);
        await Task.WhenAll(present.RunAsync(stopping), late.RunAsync(stopping));
    }

    // Where nobody has subscribed there is no store yet, and none is made for this.
    private async Task PrepareAsync(CancellationToken stopping)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                if (_store.Exists)
                {
                    await _zones.RunAsync(stopping);
                    return;
                }
            }
            catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException)
            {
                if (isFirst)
                {
                    LogWaiting(exception.Message);
                }
            }

            await Task.Delay(Patience, _clock, stopping);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "No tips are sent yet: {Reason}")]
    private partial void LogWaiting(string reason);
}
