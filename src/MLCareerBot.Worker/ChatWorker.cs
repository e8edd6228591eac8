using Microsoft.Extensions.Hosting;
using MLCareerBot.Chat;

namespace MLCareerBot.Worker;

/// <summary>Runs the platforms side by side, and ends the program when none is left: the terminal was closed.</summary>
internal sealed class ChatWorker(IEnumerable<IChatPlatform> platforms, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(platforms.Select(platform => platform.RunAsync(stoppingToken)));
        lifetime.StopApplication();
    }
}
