using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A post to a <c>response_url</c>.</summary>
public sealed record RecordedResponse
{
    /// <summary>When it came, by the fake's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address it came to.</summary>
    public required Uri ResponseUrl { get; init; }

    /// <summary>What it says.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>Whether it carried a token, which must never happen.</summary>
    public required bool HasAuthorization { get; init; }

    /// <summary>The HTTP status that went back; null while, or because, there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The error that went back.</summary>
    public string? Error { get; init; }

    internal int Sequence { get; init; }
}
