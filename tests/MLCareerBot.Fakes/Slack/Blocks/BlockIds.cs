using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Gives blocks and elements the ids that their author left out, as Slack does.</summary>
internal static class BlockIds
{
    public static JsonArray Fill(JsonArray blocks)
    {
        var filled = (JsonArray)blocks.DeepClone();
        foreach (var block in filled.OfType<JsonObject>())
        {
            block["block_id"] ??= Ids.Secret()[..5];
            foreach (var element in BlockElements.Of(block))
            {
                element["action_id"] ??= Ids.Secret()[..5];
            }
        }

        return filled;
    }
}
