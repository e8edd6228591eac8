using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A form's fields as they come back: the same nesting, with values.</summary>
internal static class ModalFields
{
    public static JsonArray Filled(JsonNode? parent, IReadOnlyDictionary<string, string> values) =>
        parent.Items("components").Select(component => Fill(component, values)).ToJsonArray();

    private static JsonObject Fill(JsonNode component, IReadOnlyDictionary<string, string> values)
    {
        JsonObject filled = new() { ["type"] = component.Number("type"), ["id"] = component.Number("id") ?? 1 };
        if (component.Text("custom_id") is { } customId)
        {
            filled["custom_id"] = customId;
            filled["value"] = values.GetValueOrDefault(customId, "");
        }

        // A label holds one component, a row a list of them.
        if (component.Object("component") is { } inner)
        {
            filled["component"] = Fill(inner, values);
        }
        else if (component.Array("components") is not null)
        {
            filled["components"] = Filled(component, values);
        }

        return filled;
    }
}
