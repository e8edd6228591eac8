using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>What the user sees now in answer to an interaction.</summary>
public sealed record InteractionAnswer
{
    /// <summary>How the bot answered first.</summary>
    public required CallbackType Callback { get; init; }

    /// <summary>The <c>data</c> of that first answer, as sent.</summary>
    public JsonObject? CallbackData { get; init; }

    /// <summary>How long the first answer took, by the fake's clock.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>Whether the user still sees "is thinking".</summary>
    public required bool IsThinking { get; init; }

    /// <summary>The answer's message, with all edits; null while thinking, when deleted, or when there is none.</summary>
    public JsonObject? Message { get; init; }

    /// <summary>The messages that followed, with all edits.</summary>
    public IReadOnlyList<JsonObject> FollowUps { get; init; } = [];

    /// <summary>Whether the first answer came late on purpose.</summary>
    public bool IsDeferred => Callback is CallbackType.DeferredMessage or CallbackType.DeferredUpdate;

    /// <summary>Whether only the asker sees the message.</summary>
    public bool IsEphemeral => ((Message.Number("flags") ?? CallbackData.Number("flags") ?? 0) & MessageFlags.Ephemeral) != 0;

    /// <summary>The message's content; empty when it has none.</summary>
    public string Text => Message.Text("content") ?? "";

    /// <summary>The names of the choices offered for the option being typed.</summary>
    public IReadOnlyList<string> Choices =>
        Callback == CallbackType.Choices ? [.. CallbackData.Items("choices").Select(choice => choice.Text("name") ?? "")] : [];

    /// <summary>The form, if that was the answer.</summary>
    public JsonObject? Modal => Callback == CallbackType.Modal ? CallbackData : null;
}
