using System.Text.Json;
using System.Text.Unicode;

namespace MLCareerBot.Slack.Protocol;

/// <summary>Reads JSON from outside: what is missing or of another kind is null, never an exception.</summary>
internal static class JsonReading
{
    // Ids and names are far shorter; longer ones belong to no key, log or answer of ours.
    private const int LongestName = 255;

    // Far more than Slack nests; deeper is an attack on whoever reads it.
    private const int MaxDepth = 64;

    /// <summary>An object, independent of the bytes it was read from.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A short string, not empty.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.String } value && Text(value) is { Length: > 0 and <= LongestName } text
            ? text
            : null;

    /// <summary>What somebody wrote: a string of any length, empty if there is none.</summary>
    public static string Words(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.String } value ? Text(value) ?? "" : "";

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The strings in an array; what else is in it is left out.</summary>
    public static IEnumerable<string> Texts(this JsonElement json, string name) =>
        json.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(Text).OfType<string>();

    public static int? Number(this JsonElement json, string name) =>
        json.Value(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static bool IsTrue(this JsonElement json, string name) => json.Value(name) is { ValueKind: JsonValueKind.True };

    private static string? Text(JsonElement value) => OrNull(() => value.GetString());

    private static JsonElement? Value(this JsonElement json, string name) => OrNull<JsonElement?>(
        () => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null);

    private static T? OrNull<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped, in a text or in a name: well-formed JSON, and yet no text.
            return default;
        }
    }
}
