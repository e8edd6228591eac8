using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>One sending of a payload over Socket Mode, and how it was acknowledged.</summary>
public sealed record RecordedEnvelope
{
    /// <summary>New for every sending.</summary>
    public required string EnvelopeId { get; init; }

    /// <summary>What was sent.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>The number of the connection that it went to.</summary>
    public required int Connection { get; init; }

    /// <summary>When it was sent, by the fake's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>0 for the first sending.</summary>
    public int RetryAttempt { get; init; }

    /// <summary>Why it was sent again.</summary>
    public string? RetryReason { get; init; }

    /// <summary>When it was first acknowledged; null when it was not.</summary>
    public DateTimeOffset? AckedAt { get; init; }

    /// <summary>The connection that the acknowledgement came on.</summary>
    public int? AckedOn { get; init; }

    /// <summary>What the acknowledgement carried.</summary>
    public JsonNode? AckPayload { get; init; }

    /// <summary>How often it was acknowledged; more than once is a mistake of the app.</summary>
    public int AckCount { get; init; }

    /// <summary>What was wrong with the acknowledgement; null when nothing was.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it was acknowledged.</summary>
    public bool IsAcked => AckedAt is not null;

    /// <summary>How long the acknowledgement took, by the fake's clock.</summary>
    public TimeSpan? AckLatency => AckedAt - SentAt;
}
