using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>Takes what Slack sends by HTTP, without knowing any web server: https://docs.slack.dev/apis/events-api/using-http-request-urls.</summary>
/// <param name="options">The signing secret.</param>
/// <param name="onEnvelope">Decides about each envelope, as in Socket Mode.</param>
/// <param name="clock">All time.</param>
/// <param name="logger">Takes named events, free of what people wrote.</param>
internal sealed class SlackHttpIntake(
    SlackOptions options, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger<SlackHttpIntake> logger)
{
    /// <summary>The longest body, in bytes; a web server need not read further.</summary>
    public const int MaxBody = 1024 * 1024;

    /// <summary>Checks, hands on and answers a request. Never throws for what is in it.</summary>
    public Task<SlackHttpAnswer> TakeAsync(SlackHttpRequest request)
    {
        _ = (options, onEnvelope, clock, logger, request);
        throw new NotSupportedException();
    }
}

/// <summary>A request as it came.</summary>
/// <param name="Path">What was asked for.</param>
/// <param name="Header">All values of a header, by its name.</param>
/// <param name="Body">The body, not parsed.</param>
internal sealed record SlackHttpRequest(SlackPath Path, Func<string, IReadOnlyList<string?>> Header, ReadOnlyMemory<byte> Body);

/// <summary>The addresses that Slack sends to.</summary>
internal enum SlackPath
{
    /// <summary><c>/slack/events</c>: JSON.</summary>
    Events,

    /// <summary><c>/slack/commands</c>: a form.</summary>
    Commands,

    /// <summary><c>/slack/interactions</c>: a form with JSON in its field <c>payload</c>; lists being typed in come here as well.</summary>
    Interactions,
}

/// <summary>What to answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">Null where there is no body.</param>
/// <param name="Body">Empty for most.</param>
internal sealed record SlackHttpAnswer(int Status, string? ContentType = null, ReadOnlyMemory<byte> Body = default);
