using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>What a user filled in, as it stands in a view's <c>state.values</c>.</summary>
internal static class StateJson
{
    public static JsonObject Write(JsonArray blocks, IReadOnlyDictionary<string, string> values)
    {
        foreach (var actionId in values.Keys)
        {
            BlockElements.Find(blocks, actionId);
        }

        var state = new JsonObject();
        foreach (var block in blocks.OfType<JsonObject>().Where(block => block.Text("block_id") is not null))
        {
            var filled = Fill(block, values);
            if (filled.Count > 0)
            {
                state[block.Text("block_id") ?? ""] = filled;
            }
        }

        return state;
    }

    private static JsonObject Fill(JsonObject block, IReadOnlyDictionary<string, string> values)
    {
        var filled = new JsonObject();
        foreach (var element in BlockElements.Of(block).Where(element => element.Text("type") is not ("button" or "overflow")))
        {
            var entry = new JsonObject { ["type"] = element.Text("type") };
            ActionJson.Fill(entry, element, values.GetValueOrDefault(element.Text("action_id") ?? ""));
            filled[element.Text("action_id") ?? ""] = entry;
        }

        return filled;
    }
}
