using System.Text;
using System.Text.Json;

namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>What to answer a request with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null where there is no body.</param>
/// <param name="Body">Empty for most.</param>
internal sealed record SlackHttpAnswer(int Status, string? ContentType = null, ReadOnlyMemory<byte> Body = default)
{
    public static SlackHttpAnswer Taken { get; } = new(200);

    public static SlackHttpAnswer Unreadable { get; } = new(400);

    public static SlackHttpAnswer NotSlack { get; } = new(401);

    public static SlackHttpAnswer TooLong { get; } = new(413);

    public static SlackHttpAnswer NotNow { get; } = new(503);

    public static SlackHttpAnswer Json(JsonElement json) => new(200, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(json.GetRawText()));

    public static SlackHttpAnswer Text(string text) => new(200, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
