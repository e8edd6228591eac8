using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MLCareerBot.Slack.Protocol.Http;

namespace MLCareerBot.Worker.Http;

/// <summary><c>/slack/events</c>, <c>/slack/commands</c>, <c>/slack/interactions</c>: what Slack sends in HTTP mode, unread until its signature is checked.</summary>
internal static class SlackEndpoints
{
    public static void MapSlack(this IEndpointRouteBuilder endpoints, SlackHttpIntake? intake)
    {
        if (intake is not { IsOn: true })
        {
            return;
        }

        foreach (var path in Enum.GetValues<SlackPath>())
        {
            endpoints.MapPost($"/slack/{path.ToString().ToLowerInvariant()}", (RequestDelegate)(context => AnswerAsync(context, path, intake)));
        }
    }

    private static async Task AnswerAsync(HttpContext context, SlackPath path, SlackHttpIntake intake)
    {
        var body = await ReadAsync(context);
        var answer = await intake.TakeAsync(new(path, name => context.Request.Headers[name], body));
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    // One byte more than may be there is enough to refuse it.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (body.Length <= SlackHttpIntake.MaxBody && await context.Request.Body.ReadAsync(piece, context.RequestAborted) is > 0 and var length)
        {
            body.Write(piece, 0, length);
        }

        return body.ToArray();
    }
}
