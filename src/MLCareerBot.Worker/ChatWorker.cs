using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;

namespace MLCareerBot.Worker;

/// <summary>
/// Runs the platforms side by side; one that breaks down leaves the others alone. Ends the program when none is left:
/// well if the terminal was closed, with the fault if all of them broke down.
/// </summary>
internal sealed partial class ChatWorker(
    IEnumerable<IChatPlatform> platforms, IHostApplicationLifetime lifetime, ILogger<ChatWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var faults = await Task.WhenAll(platforms.Select(platform => RunAsync(platform, stoppingToken)));
        lifetime.StopApplication();
        if (faults.All(fault => fault is not null) && faults is [{ } first, ..])
        {
            throw first;
        }
    }

    private async Task<Exception?> RunAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        try
        {
            await platform.RunAsync(stoppingToken);
            return null;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            // Whatever it is, the other platforms have nothing to do with it. If there are none, it is thrown and said once.
            if (platforms.Count() > 1)
            {
                LogStopped(platform.Name, exception is PlatformStoppedException ? exception.Message : exception.ToString());
            }

            return exception;
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "{Platform} has stopped: {Reason}")]
    private partial void LogStopped(string platform, string reason);
}
