using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Tests.Fakes;

/// <summary>An app's web server that gives every delivery the same answer and keeps what it got.</summary>
internal sealed class LoopbackApp : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LoopbackApp(string answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(context => TakeAsync(context, answer));
    }

    public Uri Address => new(_server.Urls.First());

    public ConcurrentQueue<(IHeaderDictionary Headers, string Body, string Path)> Got { get; } = [];

    public static async Task<LoopbackApp> StartAsync(string answer)
    {
        var app = new LoopbackApp(answer);
        await app._server.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        Got.Enqueue((new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync(), context.Request.Path));
        await context.Response.WriteAsync(answer);
    }
}
