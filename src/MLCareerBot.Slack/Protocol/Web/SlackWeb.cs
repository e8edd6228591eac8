using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>
/// Carries calls to Slack and answers back. From outside in: again after a limit, again after a failure, the call's turn,
/// the circuit breaker, the time limit of one attempt. The turn is taken before every attempt, since a limit may have
/// been told while a failed one was waiting.
/// </summary>
internal sealed partial class SlackWeb : IDisposable
{
    private const int MostLimits = 5;

    private readonly HttpClient _http;
    private readonly Turns _turns;
    private readonly WebPolicy _policy;
    private readonly WebTransport _transport;
    private readonly TokenLatch _latch;
    private readonly ILogger _logger;

    /// <param name="options">The API's address and the tokens.</param>
    /// <param name="handler">See <see cref="WebTransport.NewHandler"/>; disposed with this.</param>
    /// <param name="clock">Times all waits.</param>
    /// <param name="random">Spreads them.</param>
    /// <param name="logger">Hears of limits, outages and a rejected token.</param>
    public SlackWeb(SlackOptions options, HttpMessageHandler handler, TimeProvider clock, Random random, ILogger logger)
    {
        Api = options.Api;
        _http = new(handler) { BaseAddress = Api, Timeout = Timeout.InfiniteTimeSpan };
        _turns = new(clock);
        _policy = new(clock, new Jitter(random), logger);
        _transport = new(_http, _policy.TimeLimit);
        _latch = new(options, logger);
        _logger = logger;
    }

    /// <summary>The API's address.</summary>
    public Uri Api { get; }

    /// <summary>Makes a call, whatever it takes.</summary>
    public async Task<WebAnswer> SendAsync(WebCall call, CancellationToken cancellationToken)
    {
        try
        {
            return Verdict.Of(call, await RepeatAsync(call, cancellationToken));
        }
        catch (BrokenCircuitException)
        {
            throw new SlackUnavailableException(call.MayHaveArrived, $"{call.Method}: Slack has been failing, so it was not asked.");
        }
        catch (SlackApiException limit) when (limit.RetryAfter is not null && call.MayHaveArrived)
        {
            throw new SlackUnavailableException(mayHaveArrived: true, limit.Message);
        }
    }

    /// <summary>Makes a call and reads its answer.</summary>
    public async Task<T> ReadAsync<T>(WebCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Verdict.Read(call, await SendAsync(call, cancellationToken), type);

    public void Dispose() => _http.Dispose();

    private async Task<WebAnswer> RepeatAsync(WebCall call, CancellationToken cancellationToken)
    {
        var patience = _turns.PatienceOf(call.Method);
        for (var limits = 1; ; limits++)
        {
            var answer = await _policy.RepeatAsync(call.Method, token => TryAsync(call, patience, token), cancellationToken);
            if (!answer.IsLimit)
            {
                return answer;
            }

            if (limits == MostLimits || call.Method.Token == TokenUse.None)
            {
                throw new SlackApiException(call.Method.Name, "ratelimited") { RetryAfter = answer.RetryAfter };
            }
        }
    }

    private async ValueTask<WebAnswer> TryAsync(WebCall call, TimeSpan patience, CancellationToken cancellationToken)
    {
        _ = _latch.TokenFor(call.Method);
        await _turns.TakeAsync(call, patience, cancellationToken);

        // Asked again: it may have been rejected during the wait.
        var bearer = _latch.TokenFor(call.Method);
        var answer = await _policy.GuardAsync(call.Method, token => _transport.SendAsync(call, bearer, token), cancellationToken);
        Learn(call, answer);
        return answer;
    }

    private void Learn(WebCall call, WebAnswer answer)
    {
        call.NoteUnclear(answer.IsUnclear);
        if (answer.IsLimit)
        {
            _turns.Pause(call.Method, answer.RetryAfter);
            LogLimit(call.Method, answer.RetryAfter.TotalSeconds);
        }

        _latch.ThrowIfRejectedBy(answer, call.Method);
    }

    [LoggerMessage(LogLevel.Warning, "Slack's limit is reached for {Method}: no such call for {Seconds} s.")]
    private partial void LogLimit(SlackMethod method, double seconds);
}
