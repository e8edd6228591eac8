using System.Text;
using System.Text.Json;

namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>What to answer a request with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null where there is no body.</param>
/// <param name="Body">Empty for most.</param>
public sealed record SlackHttpAnswer(int Status, string? ContentType = null, ReadOnlyMemory<byte> Body = default)
{
    internal static SlackHttpAnswer Taken { get; } = new(200);

    internal static SlackHttpAnswer Unreadable { get; } = new(400);

    internal static SlackHttpAnswer NotSlack { get; } = new(401);

    internal static SlackHttpAnswer TooLong { get; } = new(413);

    internal static SlackHttpAnswer NotNow { get; } = new(503);

    internal static SlackHttpAnswer Json(JsonElement json) => new(200, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json.GetRawText()));

    internal static SlackHttpAnswer Text(string text) => new(200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
