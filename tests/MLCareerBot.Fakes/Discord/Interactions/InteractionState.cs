using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>An interaction that was sent, and what became of it.</summary>
internal sealed class InteractionState
{
    public required string Id { get; init; }

    public required string Token { get; init; }

    public required InteractionType Type { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required FakeChannel Channel { get; init; }

    public required FakeUser User { get; init; }

    /// <summary>Whether only the user installed the app here, which allows five follow-ups.</summary>
    public required bool IsUserInstallOnly { get; init; }

    /// <summary>The message that the component, or the modal's component, sits on.</summary>
    public JsonObject? Source { get; init; }

    public CallbackType? Callback { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public JsonObject? CallbackData { get; set; }

    /// <summary>The message that the user sees as the answer; with a component perhaps its own message.</summary>
    public JsonObject? Original { get; set; }

    public List<JsonObject> FollowUps { get; } = [];

    /// <summary>Follow-ups that were ever sent, deleted ones too.</summary>
    public int FollowUpCount { get; set; }

    public bool IsThinking => ((Original.Number("flags") ?? 0) & MessageFlags.Loading) != 0;

    public InteractionAnswer? ToAnswer() => Callback is not { } callback
        ? null
        : new()
        {
            Callback = callback,
            CallbackData = CallbackData?.Copy(),
            After = AnsweredAt!.Value - SentAt, // Set together with the callback.
            IsThinking = IsThinking,
            Message = IsThinking ? null : Original?.Copy(),
            FollowUps = [.. FollowUps.Select(message => message.Copy())],
        };
}
