using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Slack.Protocol.Http;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Http;

/// <summary>Answers over HTTP beside the platforms, where it was asked for.</summary>
internal sealed class HttpServer(IOptions<HttpOptions> options, IServiceProvider services) : IHostedService
{
    private WebApplication? _server;

    /// <summary>Where it listens, ports chosen by the system included.</summary>
    public IEnumerable<string> Addresses => _server?.Urls ?? [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Addresses() is not [_, ..] addresses)
        {
            return;
        }

        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls([.. addresses]);
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        _server.MapHealth(() => services.GetServices<IChatPlatform>(), services.GetService<IStore>);
        _server.MapSlack(services.GetService<SlackHttpIntake>());
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException)
        {
            // A port in use, an address of another machine, a port that may not be left to chance.
            throw new SetupException($"Http:Urls cannot be listened at: {exception.Message.TrimEnd('.')}. Choose another address or port.");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is { } server)
        {
            await server.StopAsync(cancellationToken);
            await server.DisposeAsync();
        }
    }
}
