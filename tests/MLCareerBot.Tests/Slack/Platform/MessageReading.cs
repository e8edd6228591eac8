using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>What people see of what the bot wrote.</summary>
internal static class MessageReading
{
    /// <summary>The labels of its buttons.</summary>
    public static IReadOnlyList<string> Buttons(this FakeMessage message) => [.. ButtonsIn(message.Blocks).Select(button => (string)button["text"]!["text"]!)]; // A button has one.

    /// <summary>The action id of the button with this label.</summary>
    public static string ButtonId(this FakeMessage message, string label) => IdIn(message.Blocks, label);

    /// <inheritdoc cref="ButtonId(FakeMessage, string)"/>
    public static string ButtonId(this FakeView view, string label) => IdIn(view.Blocks, label);

    /// <summary>All JSON of blocks.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Objects(property.Value)).Prepend(json),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static string IdIn(JsonArray blocks, string label) =>
        (string)ButtonsIn(blocks).First(button => (string?)button["text"]?["text"] == label)["action_id"]!;

    private static IEnumerable<JsonObject> ButtonsIn(JsonArray blocks) => Objects(blocks).Where(json => (string?)json["type"] == "button");
}
