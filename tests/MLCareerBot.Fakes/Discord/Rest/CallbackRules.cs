using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Which first answers fit which interactions, and what may be in them.</summary>
internal static class CallbackRules
{
    private const long SettableFlags =
        MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications | MessageFlags.ComponentsV2;

    public static Answer? Check(InteractionState interaction, JsonObject callback, bool hasFiles)
    {
        var data = callback.Object("data");
        if (callback.Number("type") is not { } type || !IsAllowed(interaction, (CallbackType)type))
        {
            return Refuse("type", "BASE_TYPE_CHOICES", "Not an answer to this kind of interaction.");
        }

        return (CallbackType)type switch
        {
            CallbackType.Message => data is null ? Refuse("data", "BASE_TYPE_REQUIRED", "This field is required") : CheckMessage(data, hasFiles),
            CallbackType.DeferredMessage => CheckFlags(data, MessageFlags.Ephemeral),
            CallbackType.Update when interaction.Source is { } source => MessageEdits.Check(source, data ?? [], hasFiles),
            CallbackType.Choices => CheckChoices(data),
            CallbackType.Modal => CheckModal(data),
            _ => null,
        };
    }

    private static bool IsAllowed(InteractionState interaction, CallbackType callback) => (interaction.Type, callback) switch
    {
        (InteractionType.Command, CallbackType.Message or CallbackType.DeferredMessage or CallbackType.Modal) => true,
        (InteractionType.Component, >= CallbackType.Message and <= CallbackType.Modal and not CallbackType.Choices) => true,
        (InteractionType.Autocomplete, CallbackType.Choices) => true,
        (InteractionType.ModalSubmit, CallbackType.Message or CallbackType.DeferredMessage) => true,
        (InteractionType.ModalSubmit, CallbackType.Update or CallbackType.DeferredUpdate) => interaction.Source is not null,
        _ => false,
    };

    private static Answer? CheckMessage(JsonObject data, bool hasFiles) =>
        CheckFlags(data, SettableFlags) ?? MessageRules.Check(data, hasFiles);

    private static Answer? CheckFlags(JsonObject? data, long settable) =>
        ((data.Number("flags") ?? 0) & ~settable) == 0 ? null : Refuse("data.flags", "BITFIELD_INVALID", "These flags cannot be set here.");

    private static Answer? CheckChoices(JsonObject? data)
    {
        var errors = new FormErrors();
        errors.Expect(data.Array("choices")?.Count <= 25, "data.choices", "Must be 25 or fewer in length.", "BASE_TYPE_MAX_LENGTH");
        foreach (var (index, choice) in data.Items("choices").Index())
        {
            errors.ExpectLength(choice.Text("name"), 100, $"data.choices.{index}.name", least: 1);
            errors.ExpectLength(choice.Text("value"), 100, $"data.choices.{index}.value");
        }

        return errors.ToAnswer();
    }

    private static Answer? CheckModal(JsonObject? data)
    {
        var errors = new FormErrors();
        errors.ExpectLength(data.Text("title"), 45, "data.title", least: 1);
        errors.ExpectLength(data.Text("custom_id"), 100, "data.custom_id", least: 1);
        errors.Expect(data.Items("components").Count() is >= 1 and <= 5, "data.components", "Must be between 1 and 5 in length.", "BASE_TYPE_BAD_LENGTH");
        foreach (var (index, component) in data.Items("components").Index())
        {
            errors.ExpectLength(component.Text("label"), 45, $"data.components.{index}.label");
        }

        return errors.ToAnswer();
    }

    private static Answer? Refuse(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return errors.ToAnswer();
    }
}
