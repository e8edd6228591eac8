using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Something that happened and that Slack hands to the app, once or several times.</summary>
public sealed class Delivery
{
    internal Delivery(DeliveryKind kind, JsonObject payload)
    {
        Kind = kind;
        Payload = payload;
    }

    /// <summary>Which of Slack's kinds it is.</summary>
    public DeliveryKind Kind { get; }

    /// <summary>What the app is told.</summary>
    public JsonObject Payload { get; }

    /// <summary>The same in every redelivery of an event.</summary>
    public string? EventId => Payload.Text("event_id");

    /// <summary>The user's leave to open a modal.</summary>
    public string? TriggerId => Payload.Text("trigger_id");

    /// <summary>Where the app may answer.</summary>
    public Uri? ResponseUrl => Payload.Text("response_url") is { } url ? new(url) : null;

    /// <summary>What the user wrote.</summary>
    public FakeMessage? Message { get; internal init; }

    /// <summary>Whether the acknowledgement may carry an answer.</summary>
    public bool AcceptsResponse { get; internal init; }

    internal FakeChannel? Channel { get; init; }

    internal FakeUser? User { get; init; }

    /// <summary>The modal that was submitted or clicked in.</summary>
    internal FakeView? View { get; init; }

    internal string EnvelopeType => Kind switch
    {
        DeliveryKind.Event => "events_api",
        DeliveryKind.SlashCommand => "slash_commands",
        DeliveryKind.Interaction => "interactive",
        _ => throw new InvalidOperationException("An address is verified over HTTP only."),
    };

    /// <inheritdoc />
    public override string ToString() => $"{Kind} {Payload.Object("event").Text("type") ?? Payload.Text("type") ?? Payload.Text("command")}";
}
