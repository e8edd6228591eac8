using System.Net;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>How one attempt ended: with an answer, or with a <see cref="Failure"/> to get one.</summary>
internal sealed record WebAnswer
{
    /// <summary>Why there is no answer, in words; null if there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>True if the call surely did not reach Slack.</summary>
    public bool IsUnsent { get; init; }

    public HttpStatusCode Status { get; init; }

    /// <summary>Empty if it was longer than what is read.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>What all of Slack's answers have; null if it is none of Slack's.</summary>
    public Reply? Reply { get; init; }

    /// <summary>For a limit: how long to wait.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>What the token may do, where Slack said so.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsLimit => Status is HttpStatusCode.TooManyRequests || Error is "ratelimited" or "rate_limited";

    /// <summary>True if it surely did nothing, and the next one may.</summary>
    public bool IsNotDone => IsUnsent || Error is "service_unavailable";

    /// <summary>True if nobody can tell what became of the call. Slack says so itself of its internal and fatal errors.</summary>
    public bool IsUnclear => Failure is null
        ? IsServerError || Error is "internal_error" or "fatal_error" or "request_timeout"
        : !IsUnsent;

    /// <summary>True for what says that Slack, or the way there, is down.</summary>
    public bool IsOutage => Failure is not null || IsServerError || Error is "service_unavailable";

    private bool IsServerError => Status >= HttpStatusCode.InternalServerError && !IsLimit;

    private string? Error => Reply?.Error;
}
