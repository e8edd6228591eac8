using System.Text.Json.Nodes;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>What people see of a message that the bot wrote.</summary>
internal static class MessageJson
{
    /// <summary>All its texts.</summary>
    public static string Text(this JsonNode? message) => string.Join('\n', Components(message).Select(component => (string?)component["content"]).OfType<string>());

    /// <summary>All its buttons.</summary>
    public static IReadOnlyList<(string Label, string Id)> Buttons(this JsonNode? message) =>
        [.. Components(message).Where(component => component["custom_id"] is not null).Select(component => ((string)component["label"]!, (string)component["custom_id"]!))];

    private static IEnumerable<JsonNode> Components(JsonNode? parent) =>
        parent?["components"] is JsonArray components ? components.OfType<JsonNode>().SelectMany(child => Components(child).Prepend(child)) : [];
}
