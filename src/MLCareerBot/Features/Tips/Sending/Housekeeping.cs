using Microsoft.Extensions.Logging;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Deletes what is past its time, once an hour.</summary>
public sealed partial class Housekeeping
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly IStore _store;
    private readonly IResidence _residence;
    private readonly TimeProvider _clock;
    private readonly ILogger<Housekeeping> _logger;

    internal Housekeeping(IStore store, IResidence residence, TimeProvider clock, ILogger<Housekeeping> logger) =>
        (_store, _residence, _clock, _logger) = (store, residence, clock, logger);

    /// <summary>Goes on until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, _clock);
        do
        {
            await CleanAsync(stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        if (!_store.Exists)
        {
            return;
        }

        try
        {
            LogDeleted(await _residence.PurgeAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException)
        {
            LogPutOff(exception.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Count} rows past their time were deleted.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(2, LogLevel.Information, "What is past its time will be deleted later: {Reason}")]
    private partial void LogPutOff(string reason);
}
