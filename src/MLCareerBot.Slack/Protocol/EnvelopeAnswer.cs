using System.Text.Json;

namespace MLCareerBot.Slack.Protocol;

/// <summary>What to tell Slack at once about an envelope: taken, taken with something to show, or not taken.</summary>
internal sealed class EnvelopeAnswer
{
    private EnvelopeAnswer(bool isTaken, JsonElement? payload) => (IsTaken, Payload) = (isTaken, payload);

    /// <summary>It is safe with us.</summary>
    public static EnvelopeAnswer Ack { get; } = new(isTaken: true, payload: null);

    /// <summary>It could not be kept: Slack is to bring it again, as it does with events.</summary>
    public static EnvelopeAnswer DoNotAck { get; } = new(isTaken: false, payload: null);

    public bool IsTaken { get; }

    public JsonElement? Payload { get; }

    /// <summary>It is safe with us, and this is shown: a message, options, a modal's errors.</summary>
    public static EnvelopeAnswer AckWith(JsonElement payload) => new(isTaken: true, payload);
}

/// <summary>
/// Decides about an envelope within a second or two: keeps it (one row) and no more. Work goes elsewhere, and no call to
/// Slack is made before the answer. What it throws counts as <see cref="EnvelopeAnswer.DoNotAck"/>.
/// </summary>
internal delegate Task<EnvelopeAnswer> EnvelopeHandler(SlackEnvelope envelope);
