using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>What goes back over HTTP.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Answer NoContent { get; } = new(204);

    public static Answer Unauthorized => Error(401, 0, "401: Unauthorized");

    public static Answer NotFound => Error(404, 0, "404: Not Found");

    public static Answer UnknownChannel => Error(404, 10003, "Unknown Channel");

    public static Answer UnknownMessage => Error(404, 10008, "Unknown Message");

    public static Answer MissingAccess => Error(403, 50001, "Missing Access");

    /// <summary>Adds headers; those that it has itself stay.</summary>
    public Answer With(IReadOnlyDictionary<string, string> headers) =>
        this with { Headers = new Dictionary<string, string>([.. headers.Where(header => !Headers.ContainsKey(header.Key)), .. Headers]) };

    public static Answer Ok(JsonNode body) => new(200, body.DeepClone());

    public static Answer Error(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code });
}
