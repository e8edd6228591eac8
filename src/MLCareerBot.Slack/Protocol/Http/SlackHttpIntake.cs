using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>Takes what Slack sends by HTTP, without knowing any web server: https://docs.slack.dev/apis/events-api/using-http-request-urls.</summary>
public sealed partial class SlackHttpIntake
{
    /// <summary>The longest body, in bytes; a web server need not read further.</summary>
    public const int MaxBody = 1024 * 1024;

    private readonly SlackOptions _options;
    private readonly EnvelopeHandler _onEnvelope;
    private readonly TimeProvider _clock;
    private readonly ILogger<SlackHttpIntake> _logger;
    private int _refused;

    /// <param name="options">The signing secret.</param>
    /// <param name="onEnvelope">Decides about each envelope, as in Socket Mode.</param>
    /// <param name="clock">All time.</param>
    /// <param name="logger">Takes named events, free of what people wrote.</param>
    internal SlackHttpIntake(SlackOptions options, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger<SlackHttpIntake> logger) =>
        (_options, _onEnvelope, _clock, _logger) = (options, onEnvelope, clock, logger);

    /// <summary>True in HTTP mode; in Socket Mode nothing comes this way.</summary>
    public bool IsOn => !_options.IsSocketMode;

    /// <summary>Checks, hands on and answers a request. Never throws for what is in it.</summary>
    public async Task<SlackHttpAnswer> TakeAsync(SlackHttpRequest request)
    {
        if (request.Body.Length > MaxBody)
        {
            return SlackHttpAnswer.TooLong;
        }

        // Before anything is read out of the body: only Slack's are worth it.
        if (!IsSlacks(request))
        {
            NoteRefused(request.Path);
            return SlackHttpAnswer.NotSlack;
        }

        return Read(request) switch
        {
            null => SlackHttpAnswer.Unreadable,
            { } check when request.Path == SlackPath.Events && check.Text("type") == "url_verification" => SlackHttpAnswer.Text(check.Text("challenge") ?? ""),
            { } check when request.Path == SlackPath.Commands && check.Text("ssl_check") is not null => SlackHttpAnswer.Taken,
            { } payload => await DecideAsync(NewEnvelope(request, payload)),
        };
    }

    private bool IsSlacks(SlackHttpRequest request) => SlackSignature.Verify(
        _options.Secret,
        request.Header(SlackSignature.TimestampHeader),
        request.Header(SlackSignature.SignatureHeader),
        request.Body.Span,
        _clock.GetUtcNow());

    private static JsonElement? Read(SlackHttpRequest request) => request.Path switch
    {
        SlackPath.Commands => SlackForm.ToJson(request.Body.Span),
        SlackPath.Interactions => SlackForm.Field(request.Body.Span, "payload") is { } payload ? JsonReading.Parse(Encoding.UTF8.GetBytes(payload)) : null,
        _ => JsonReading.Parse(request.Body),
    };

    private SlackEnvelope NewEnvelope(SlackHttpRequest request, JsonElement payload)
    {
        var kind = request.Path switch
        {
            SlackPath.Events => EnvelopeKind.Event,
            SlackPath.Commands => EnvelopeKind.Command,
            _ => EnvelopeReader.KindOfInteraction(payload),
        };
        return new(kind, payload)
        {
            ReceivedAt = _clock.GetTimestamp(),
            RetryAttempt = int.TryParse(First(request, "X-Slack-Retry-Num"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            RetryReason = First(request, "X-Slack-Retry-Reason"),
            TakesPayload = kind is EnvelopeKind.Command or EnvelopeKind.OptionsRequest or EnvelopeKind.ViewSubmission,
        };
    }

    private async Task<SlackHttpAnswer> DecideAsync(SlackEnvelope envelope)
    {
        try
        {
            var answer = await _onEnvelope(envelope).WaitAsync(EnvelopeAnswer.TimeLimit, _clock);
            return answer switch
            {
                { IsTaken: false } => SlackHttpAnswer.NotNow,
                { Payload: { } payload } when envelope.TakesPayload => SlackHttpAnswer.Json(payload),
                _ => SlackHttpAnswer.Taken,
            };
        }
        catch (Exception failure)
        {
            // A stranger's failure is not to be Slack's: it brings events again.
            LogNotTaken(failure, envelope.Kind);
            return SlackHttpAnswer.NotNow;
        }
    }

    // Every one is counted, few are logged: whoever forges requests is not to fill the log too.
    private void NoteRefused(SlackPath path)
    {
        var count = Interlocked.Increment(ref _refused);
        if (BitOperations.IsPow2(count))
        {
            LogRefused(path, count);
        }
    }

    private static string? First(SlackHttpRequest request, string header) => request.Header(header) is [{ } value, ..] ? value : null;

    [LoggerMessage(LogLevel.Warning, "A request to {Path} was refused, number {Count}: it is not signed with Slack:SigningSecret, within 5 minutes of this machine's time.")]
    private partial void LogRefused(SlackPath path, int count);

    [LoggerMessage(LogLevel.Error, "An envelope ({Kind}) was not taken; Slack brings events again.")]
    private partial void LogNotTaken(Exception exception, EnvelopeKind kind);
}
