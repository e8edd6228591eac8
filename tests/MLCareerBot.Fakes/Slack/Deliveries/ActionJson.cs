using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>An element that was used, as it stands in a payload's <c>actions</c>.</summary>
internal static class ActionJson
{
    public static JsonObject Write(JsonArray blocks, string actionId, string? value, string actionTs)
    {
        var (block, element) = BlockElements.Find(blocks, actionId);
        var action = new JsonObject
        {
            ["type"] = element.Text("type"),
            ["action_id"] = actionId,
            ["block_id"] = block.Text("block_id"),
            ["action_ts"] = actionTs,
        };
        if (element.Text("type") is "button" or "icon_button" or "feedback_buttons")
        {
            action["text"] = element["text"]?.DeepClone();
            action["value"] = value ?? element.Text("value") ?? "";
        }
        else
        {
            Fill(action, element, value);
        }

        return action;
    }

    /// <summary>Puts in what was typed or chosen.</summary>
    public static void Fill(JsonObject target, JsonObject element, string? value)
    {
        switch (element.Text("type"))
        {
            case "users_select":
                target["selected_user"] = value;
                break;
            case "channels_select":
                target["selected_channel"] = value;
                break;
            case "conversations_select":
                target["selected_conversation"] = value;
                break;
            case "datepicker":
                target["selected_date"] = value;
                break;
            case "timepicker":
                target["selected_time"] = value;
                break;
            case "checkboxes" or "multi_static_select" or "multi_external_select":
                target["selected_options"] = (value?.Split(',') ?? []).Select(one => (JsonNode)Option(element, one)).ToJsonArray();
                break;
            case "static_select" or "external_select" or "overflow" or "radio_buttons":
                target["selected_option"] = value is null ? null : Option(element, value);
                break;
            default:
                target["value"] = value;
                break;
        }
    }

    // The options of an external select are the app's, and not in the element.
    private static JsonObject Option(JsonObject element, string value)
    {
        var options = element.Items("options").Concat(element.Items("option_groups").SelectMany(group => group.Items("options")));
        return (JsonObject?)options.FirstOrDefault(option => option.Text("value") == value)?.DeepClone()
            ?? new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value, ["emoji"] = true }, ["value"] = value };
    }
}
