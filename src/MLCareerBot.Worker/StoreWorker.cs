using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MLCareerBot.Memory;

namespace MLCareerBot.Worker;

/// <summary>Opens the store at the start: what only an operator can mend is said before anybody relies on it.</summary>
internal sealed partial class StoreWorker(IStore store, ILogger<StoreWorker> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.OpenAsync(cancellationToken);
        }
        catch (StoreUnavailableException exception)
        {
            // It opens by itself once it can be reached, and questions are answered without it.
            LogAway(exception.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Error, "Nothing can be remembered at the moment: {Reason}")]
    private partial void LogAway(string reason);
}
