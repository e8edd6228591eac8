using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Slack's limits on a single interactive element.</summary>
internal static class OneElement
{
    private const int OptionLimit = 75;
    private const int PlaceholderLimit = 150;

    public static void Check(JsonNode? element, string pointer, Problems problems)
    {
        problems.CheckString(element, "action_id", pointer, 255);
        switch (element.Text("type"))
        {
            case "button":
                problems.CheckText(element, "text", pointer, 75, isRequired: true);
                problems.CheckString(element, "value", pointer, 2000);
                problems.CheckString(element, "url", pointer, 3000);
                CheckStyle(element, pointer, problems);
                break;
            case "static_select" or "multi_static_select":
                problems.CheckText(element, "placeholder", pointer, PlaceholderLimit);
                CheckSelect(element, pointer, problems);
                break;
            case "overflow":
                CheckOptions(element, pointer, 5, problems);
                break;
            case "radio_buttons" or "checkboxes":
                CheckOptions(element, pointer, 10, problems);
                break;
            case "plain_text_input":
                problems.CheckString(element, "initial_value", pointer, 3000);
                problems.CheckText(element, "placeholder", pointer, PlaceholderLimit);
                break;
            case "external_select" or "multi_external_select" or "users_select" or "channels_select" or "conversations_select":
                problems.CheckText(element, "placeholder", pointer, PlaceholderLimit);
                break;
            case "image" or "datepicker" or "timepicker" or "datetimepicker" or "number_input" or "email_text_input" or "url_text_input"
                or "rich_text_input" or "feedback_buttons" or "icon_button" or "multi_users_select" or "multi_channels_select":
                break;
            case var type:
                problems.Add($"{pointer}/type", $"unsupported type: {type}");
                break;
        }
    }

    private static void CheckStyle(JsonNode? element, string pointer, Problems problems)
    {
        if (element.Text("style") is not (null or "primary" or "danger"))
        {
            problems.Add($"{pointer}/style", "failed to match all allowed schemas");
        }
    }

    private static void CheckSelect(JsonNode? element, string pointer, Problems problems)
    {
        if (element.Array("option_groups") is null)
        {
            CheckOptions(element, pointer, 100, problems);
            return;
        }

        problems.CheckCount(element, "option_groups", pointer, 100);
        foreach (var (index, group) in element.Items("option_groups").Index())
        {
            problems.CheckText(group, "label", $"{pointer}/option_groups/{index}", OptionLimit, isRequired: true);
            CheckOptions(group, $"{pointer}/option_groups/{index}", 100, problems);
        }
    }

    private static void CheckOptions(JsonNode? element, string pointer, int limit, Problems problems)
    {
        problems.CheckCount(element, "options", pointer, limit);
        foreach (var (index, option) in element.Items("options").Index())
        {
            var at = $"{pointer}/options/{index}";
            problems.CheckText(option, "text", at, OptionLimit, isPlain: false, isRequired: true);
            problems.CheckText(option, "description", at, OptionLimit, isPlain: false);
            problems.CheckString(option, "value", at, OptionLimit, isRequired: true);
        }
    }
}
