using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Finds what a user can press, choose or fill in.</summary>
internal static class BlockElements
{
    /// <summary>The interactive elements of a block.</summary>
    public static IEnumerable<JsonObject> Of(JsonObject block) => block.Text("type") switch
    {
        "actions" or "context_actions" => block.Items("elements").OfType<JsonObject>(),
        "section" when block.Object("accessory") is { } accessory && accessory.Text("type") != "image" => [accessory],
        "input" when block.Object("element") is { } element => [element],
        _ => [],
    };

    /// <summary>The element with this action id, and its block. Nobody can press what is not there.</summary>
    public static (JsonObject Block, JsonObject Element) Find(JsonArray blocks, string actionId) => (
        from block in blocks.OfType<JsonObject>()
        from element in Of(block)
        where element.Text("action_id") == actionId
        select (block, element)).FirstOrDefault() is { block: not null } found
            ? found
            : throw new ArgumentException($"There is no element '{actionId}' to use in {blocks.ToJsonString()}", nameof(actionId));
}
