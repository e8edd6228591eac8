using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>What Discord adds to the components of a message: numbers, and what was left out.</summary>
internal static class ComponentDefaults
{
    private const int Container = 17;

    /// <summary>Completes all components, outer ones before inner ones.</summary>
    public static void Complete(JsonNode message)
    {
        foreach (var (index, component) in AllIn(message).Index())
        {
            component["id"] ??= index + 1;
            if (component.Number("type") == Container)
            {
                component["accent_color"] ??= null;
                component["spoiler"] ??= false;
            }
        }
    }

    /// <summary>The component with this custom id, if it is there.</summary>
    public static JsonNode? Find(JsonNode message, string customId) =>
        AllIn(message).FirstOrDefault(component => component.Text("custom_id") == customId);

    private static IEnumerable<JsonNode> AllIn(JsonNode parent) =>
        parent.Items("components")
            .Concat(new[] { parent.Object("component"), parent.Object("accessory") }.OfType<JsonNode>())
            .SelectMany(component => AllIn(component).Prepend(component));
}
