using System.Net;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>How one attempt ended: with an answer, or with a <see cref="Failure"/> to get one.</summary>
internal sealed record RestAnswer
{
    private static readonly TimeSpan WaitUnlessTold = TimeSpan.FromSeconds(1);

    /// <summary>Why there is no answer, in words; null if there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>True if the request surely did not reach Discord.</summary>
    public bool IsUnsent { get; init; }

    public HttpStatusCode Status { get; init; }

    /// <summary>Null if it was longer than what is read.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body of an error, where it is one.</summary>
    public Refusal? Refusal { get; init; }

    public RateLimits Limits { get; init; } = new();

    public bool IsLimit => Status is HttpStatusCode.TooManyRequests;

    /// <summary>True if nobody can tell what became of the request.</summary>
    public bool IsUnclear => Failure is null ? IsServerError : !IsUnsent;

    public bool IsServerError => Status >= HttpStatusCode.InternalServerError;

    /// <summary>True for what says that Discord, or the way there, is down.</summary>
    public bool IsOutage => Failure is not null
        || Status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>True if Discord counts the request towards locking this machine out.</summary>
    public bool IsInvalid =>
        Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (IsLimit && Limits.Scope is not "shared");

    /// <summary>True for a limit of the whole bot. One that says nothing comes from the edge, which means all routes too.</summary>
    public bool IsGlobalLimit =>
        IsLimit && (Limits.Scope is "global" || Refusal is { Global: true } || (Limits.Scope is null && Refusal is null));

    /// <summary>For a limit: how long to wait, by the header or the body, whichever is longer.</summary>
    public TimeSpan RetryAfter => (Limits.RetryAfter, RateLimits.Seconds(Refusal?.RetryAfter)) switch
    {
        ({ } header, { } body) => header > body ? header : body,
        var (header, body) => header ?? body ?? WaitUnlessTold,
    };
}
