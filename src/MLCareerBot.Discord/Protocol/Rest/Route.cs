namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Where a request goes and what may be done with it. Its text names the route alone, never an id or a token.</summary>
internal sealed class Route(HttpMethod method, string template, string path)
{
    public HttpMethod Method { get; } = method;

    /// <summary>Relative to the API's address. May hold a secret.</summary>
    public string Path { get; } = path;

    /// <summary>What limits are counted by beside the route: the channel, the server, or the webhook with its token.</summary>
    public string TopLevelId { get; init; } = "";

    /// <summary>The token of an interaction, where the path holds one; such routes take no bot token and know no global limit.</summary>
    public string? InteractionToken { get; init; }

    public bool NeedsBotToken => InteractionToken is null;

    /// <summary>What may follow an attempt that failed.</summary>
    public Repeat Repeat { get; init; } = Repeat.Always;

    /// <summary>True if a second execution shows to nobody and the first one need not be known.</summary>
    public bool IsHarmless { get; init; }

    /// <summary>How long to wait for a limit to pass; beyond that, the refusal is the answer.</summary>
    public TimeSpan Patience { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>After how long the answer is worth nothing any more, attempts included.</summary>
    public TimeSpan Budget { get; init; } = Timeout.InfiniteTimeSpan;

    public override string ToString() => $"{Method} {template}";
}

/// <summary>What may follow an attempt that failed.</summary>
internal enum Repeat
{
    /// <summary>Up to two more, whatever happened: doing it twice is doing it once.</summary>
    Always,

    /// <summary>Up to two more, each only if the one before surely did not arrive.</summary>
    IfUnsent,

    /// <summary>One more, soon, only if the first surely did not arrive.</summary>
    OnceIfUnsent,
}
