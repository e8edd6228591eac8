using System.Text.Json.Serialization;

namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>
/// A part of a message: https://discord.com/developers/docs/components/reference. One type for all kinds, so that
/// kinds we don't know are read as well.
/// </summary>
internal sealed record Component
{
    public required int Type { get; init; }

    /// <summary>Markdown of a text.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? CustomId { get; init; }

    /// <summary>The field that a label is around.</summary>
    [JsonPropertyName("component")]
    public Component? Inner { get; init; }

    /// <summary>What was typed in a field.</summary>
    public string? Value { get; init; }

    /// <summary>Of a field; at most 4,000.</summary>
    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public static Component Text(string markdown) => new() { Type = ComponentType.TextDisplay, Content = markdown };

    public static Component Row(IReadOnlyList<Component> buttons) => new() { Type = ComponentType.ActionRow, Components = buttons };

    /// <summary>A field of several lines with its label of at most 45 characters.</summary>
    public static Component Field(string label, string customId, int maxLength, bool isRequired) => new()
    {
        Type = ComponentType.Label,
        Label = label,
        Inner = new() { Type = ComponentType.TextInput, CustomId = customId, Style = TextStyle.Paragraph, MaxLength = maxLength, Required = isRequired },
    };

    public static Component Button(string label, string customId) =>
        new() { Type = ComponentType.Button, Style = ButtonStyle.Secondary, Label = label, CustomId = customId };
}

/// <summary>Kinds of components.</summary>
internal static class ComponentType
{
    public const int ActionRow = 1;
    public const int Button = 2;
    public const int TextInput = 4;
    public const int TextDisplay = 10;
    public const int Label = 18;
}

/// <summary>Looks of buttons.</summary>
internal static class ButtonStyle
{
    public const int Secondary = 2;
}

/// <summary>Looks of fields.</summary>
internal static class TextStyle
{
    public const int Paragraph = 2;
}
