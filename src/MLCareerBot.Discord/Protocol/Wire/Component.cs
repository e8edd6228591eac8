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

    public static Component Text(string markdown) => new() { Type = ComponentType.TextDisplay, Content = markdown };

    public static Component Row(IReadOnlyList<Component> buttons) => new() { Type = ComponentType.ActionRow, Components = buttons };

    public static Component Button(string label, string customId) =>
        new() { Type = ComponentType.Button, Style = ButtonStyle.Secondary, Label = label, CustomId = customId };
}

/// <summary>Kinds of components.</summary>
internal static class ComponentType
{
    public const int ActionRow = 1;
    public const int Button = 2;
    public const int TextDisplay = 10;
}

/// <summary>Looks of buttons.</summary>
internal static class ButtonStyle
{
    public const int Secondary = 2;
}
