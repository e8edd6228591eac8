using System.Text.Json;

namespace MLCareerBot.Slack.Protocol;

/// <summary>Something that happened in Slack, by whichever way it came. Slack may bring it again.</summary>
/// <param name="kind">What it is.</param>
/// <param name="payload">Slack's own object, independent of any buffer; an empty one if Slack sent none. May hold secrets.</param>
internal sealed class SlackEnvelope(EnvelopeKind kind, JsonElement payload)
{
    public EnvelopeKind Kind => kind;

    public JsonElement Payload => payload;

    /// <summary>
    /// Each of them is new only once: what has a key that was there before is a copy. Empty for what may be handled any
    /// number of times.
    /// </summary>
    public IReadOnlyList<string> DedupeKeys { get; } = EnvelopeKeys.Of(kind, payload);

    /// <summary>How often Slack had tried before; what came in then need not have been handled.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Why Slack tries again, such as <c>timeout</c>.</summary>
    public string? RetryReason { get; init; }

    /// <summary>Whether <see cref="EnvelopeAnswer.AckWith"/> can carry anything.</summary>
    public bool TakesPayload { get; init; }

    /// <summary>When it came in: a timestamp of the <see cref="TimeProvider"/>, for deadlines that no clock skew reaches.</summary>
    public long ReceivedAt { get; init; }

    // The payload is what people wrote, with a response_url in it.
    public override string ToString() => $"Slack envelope ({kind})";
}

/// <summary>What can come from Slack.</summary>
internal enum EnvelopeKind
{
    /// <summary>Of no kind that we know. To be acknowledged, no more.</summary>
    Unknown,

    /// <summary>An event in its outer object; <c>event</c> may be missing, as in <c>app_rate_limited</c>.</summary>
    Event,

    /// <summary>A slash command.</summary>
    Command,

    /// <summary>A button was clicked or something was chosen (<c>block_actions</c>).</summary>
    Interaction,

    /// <summary>Somebody types in a list: answer with an <see cref="Wire.OptionsAnswer"/>.</summary>
    OptionsRequest,

    /// <summary>A shortcut, of a message or of its own.</summary>
    Shortcut,

    /// <summary>A modal was submitted.</summary>
    ViewSubmission,
}
