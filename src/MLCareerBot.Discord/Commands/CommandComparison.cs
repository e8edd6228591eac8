using System.Text.Json;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Commands;

/// <summary>Tells whether Discord's list of our commands still means what ours does, so that it is written only if not.</summary>
internal static class CommandComparison
{
    // What a command, an option or a choice consists of; all else is Discord's own: ids, versions, older forms of the same.
    private static readonly string[] Parts =
    [
        "type", "name", "description", "required", "autocomplete", "choices", "value", "min_length", "max_length", "min_value", "max_value",
        "channel_types", "options", "default_member_permissions", "nsfw",
    ];

    private static readonly string[] Translations = ["name_localizations", "description_localizations"];

    // Discord keeps these for global commands only, whatever was sent.
    private static readonly string[] Reach = ["integration_types", "contexts"];

    /// <param name="ours">What we would register.</param>
    /// <param name="theirs">What is registered, as Discord sends it; the order of the commands means nothing.</param>
    public static bool AreSame(IReadOnlyList<CommandDefinition> ours, IReadOnlyList<JsonElement> theirs)
    {
        var isGlobal = !theirs.Any(command => ValueOf(command, "guild_id") is not null);
        var sent = JsonSerializer.SerializeToElement(ours, DiscordJson.Default.IReadOnlyListCommandDefinition).EnumerateArray();
        return Meanings(sent, isGlobal).SequenceEqual(Meanings(theirs, isGlobal), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Meanings(IEnumerable<JsonElement> commands, bool isGlobal) => commands
        .Select(command => $"{ValueOf(command)} {(isGlobal ? string.Join(' ', Reach.Select(name => SetOf(command, name))) : "")}")
        .Order(StringComparer.Ordinal);

    // Absent, null, false and empty are the same to Discord. What is left is written in one order and one spelling.
    private static string? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Joined([.. Parts.Select(name => Part(name, ValueOf(element, name))), .. Translations.Select(name => Part(name, TextOf(element, name)))]),
        JsonValueKind.Array => Joined(element.EnumerateArray().Select(ValueOf)),
        JsonValueKind.String => element.GetString() is { Length: > 0 } text ? $"\"{JsonEncodedText.Encode(text)}\"" : null,
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        _ => null,
    };

    private static string? ValueOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? ValueOf(value) : null;

    // We send no translations, so any that are there make a difference.
    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Any() ? value.GetRawText() : null;

    private static string? SetOf(JsonElement command, string name) =>
        command.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? Joined(values.EnumerateArray().Select(ValueOf).Order(StringComparer.Ordinal))
            : null;

    private static string? Part(string name, string? value) => value is null ? null : $"{name}:{value}";

    private static string? Joined(IEnumerable<string?> values) =>
        string.Join(',', values.OfType<string>()) is { Length: > 0 } joined ? $"[{joined}]" : null;
}
