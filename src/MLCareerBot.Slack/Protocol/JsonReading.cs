using System.Text.Json;

namespace MLCareerBot.Slack.Protocol;

/// <summary>Reads JSON from outside: what is missing or of another kind is null, never an exception.</summary>
internal static class JsonReading
{
    // Ids and names are far shorter; longer ones belong to no key, log or answer of ours.
    private const int LongestName = 255;

    /// <summary>A short string, not empty.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 and <= LongestName } text
            ? text
            : null;

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static int? Number(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static bool IsTrue(this JsonElement json, string name) => json.Value(name) is { ValueKind: JsonValueKind.True };

    private static JsonElement? Value(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
}
