using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>What goes back over HTTP.</summary>
internal sealed record ApiAnswer(int Status, string ContentType, string Body)
{
    private const string Json = "application/json; charset=utf-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The error of an <c>ok: false</c>, for the record.</summary>
    public string? ErrorName { get; init; }

    public static ApiAnswer Ok(JsonObject? body = null)
    {
        JsonObject answer = new() { ["ok"] = true };
        foreach (var (name, value) in body ?? [])
        {
            answer[name] = value?.DeepClone();
        }

        return new(200, Json, answer.ToJsonString());
    }

    public static ApiAnswer Error(string error, params IReadOnlyList<string> messages)
    {
        JsonObject answer = new() { ["ok"] = false, ["error"] = error };
        if (messages.Count > 0)
        {
            answer["errors"] = messages.Select(message => (JsonNode)message).ToJsonArray();
            answer["response_metadata"] = new JsonObject { ["messages"] = messages.Select(message => (JsonNode)$"[ERROR] {message}").ToJsonArray() };
        }

        return Refused(answer);
    }

    public static ApiAnswer Refused(JsonObject answer) => new(200, Json, answer.ToJsonString()) { ErrorName = answer.Text("error") };

    /// <summary>429. Without a time to wait the answer names none.</summary>
    public static ApiAnswer RateLimited(TimeSpan? retryAfter) => Error("ratelimited") with
    {
        Status = 429,
        Headers = retryAfter is { } wait ? new Dictionary<string, string> { ["Retry-After"] = $"{Math.Ceiling(wait.TotalSeconds)}" } : [],
    };
}
