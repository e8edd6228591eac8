using System.Text.Json;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes;

/// <summary>Reads JSON from strangers: what is absent or of another kind is null, never an exception.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string name) =>
        node.Value(name) is { } value && value.TryGetValue(out string? text) ? text : null;

    public static long? Number(this JsonNode? node, string name) =>
        node.Value(name) is { } value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out long number) ? number : null;

    public static bool IsTrue(this JsonNode? node, string name) =>
        node.Value(name)?.GetValueKind() == JsonValueKind.True;

    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    public static JsonArray? Array(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray;

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string name) => node.Array(name)?.OfType<JsonNode>() ?? [];

    public static JsonArray ToJsonArray(this IEnumerable<JsonNode?> items) => [.. items];

    public static JsonObject Copy(this JsonObject json) => (JsonObject)json.DeepClone();

    /// <summary>Null when it is no JSON.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonValue? Value(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonValue;
}
