using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using MLCareerBot.Slack.Protocol.Http;

namespace MLCareerBot.Tests.Slack.Protocol.Http;

/// <summary>A web server on this machine in front of the intake.</summary>
internal sealed class IntakeServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private IntakeServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    public static async Task<IntakeServer> StartAsync(SlackHttpIntake intake)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(context => AnswerAsync(intake, context));
        await server.StartAsync();
        return new(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task AnswerAsync(SlackHttpIntake intake, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = Enum.Parse<SlackPath>(context.Request.Path.Value!.Split('/')[^1], ignoreCase: true); // A request has a path.
        var answer = await intake.TakeAsync(new(path, name => context.Request.Headers[name], body.ToArray()));
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.Body.WriteAsync(answer.Body);
    }
}
