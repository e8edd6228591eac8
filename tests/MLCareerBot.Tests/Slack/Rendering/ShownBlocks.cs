using System.Text.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>What blocks hold, read from their JSON.</summary>
internal static class ShownBlocks
{
    public static string Json(this IReadOnlyList<SlackBlock>? blocks) =>
        JsonSerializer.Serialize(blocks ?? [], SlackJson.Default.IReadOnlyListSlackBlock);

    /// <summary>JSON without blanks, to be compared.</summary>
    public static string Bare(string json) => JsonNode.Parse(json)!.ToJsonString(); // Never "null".

    /// <summary>All texts but those of buttons, in order.</summary>
    public static string Shown(this SlackMessage message) =>
        string.Concat(Objects(message).Where(json => json["text"] is JsonValue && !IsInButton(json)).Select(TextOf));

    /// <summary>All mrkdwn: the texts of its blocks, and its own.</summary>
    public static IEnumerable<string> Mrkdwn(this SlackMessage message) => Objects(message)
        .Where(IsMrkdwn)
        .Select(json => json["text"]!.GetValue<string>())
        .Prepend(message.Text);

    /// <summary>The rows of buttons, a list each.</summary>
    public static IReadOnlyList<IReadOnlyList<ButtonElement>> Buttons(this SlackMessage message) =>
        [.. (message.Blocks ?? []).OfType<ActionsBlock>().Select(row => (IReadOnlyList<ButtonElement>)[.. row.Elements.Cast<ButtonElement>()])];

    private static string TextOf(JsonObject json)
    {
        var text = json["text"]!.GetValue<string>();
        return IsMrkdwn(json) ? MrkdwnReading.Shown(text) : text;
    }

    private static bool IsMrkdwn(JsonObject json) => json["type"] is JsonValue type && type.GetValue<string>() == "mrkdwn";

    private static bool IsInButton(JsonObject json) => json.Parent is JsonObject parent && parent["action_id"] is not null;

    private static IEnumerable<JsonObject> Objects(SlackMessage message) => Objects(JsonNode.Parse(message.Blocks.Json()));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(property => Objects(property.Value)).Prepend(json),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
