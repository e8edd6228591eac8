using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// Carries requests to Discord and answers back. From outside in: the caller's deadline, again after a limit, again
/// after a failure, the limits' gate, the circuit breaker, the time limit of one attempt. The gate is asked before every
/// attempt, since a limit may have been told while a failed one was waiting.
/// </summary>
internal sealed class DiscordRest : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly RateGate _gate;
    private readonly RestPolicy _policy;
    private readonly RestTransport _transport;
    private readonly TokenLatch _latch;
    private readonly InvalidRequests _invalid;
    private readonly Verdict _verdict;

    /// <param name="options">The API's address and the bot's token.</param>
    /// <param name="handler">See <see cref="RestTransport.NewHandler"/>; disposed with this.</param>
    /// <param name="clock">Times all waits.</param>
    /// <param name="random">From 0 to 1, for jitter; called from any thread.</param>
    /// <param name="logger">Hears of limits, outages and a rejected token.</param>
    public DiscordRest(DiscordOptions options, HttpMessageHandler handler, TimeProvider clock, Func<double> random, ILogger logger)
    {
        _clock = clock;
        _http = RestTransport.NewClient(handler, options.Api);
        _gate = new(clock, random, logger);
        _policy = new(clock, random, logger);
        _transport = new(_http, options.BotToken, _policy.TimeLimit);
        _latch = new(logger);
        _invalid = new(clock, logger);
        _verdict = new(options.BotToken);
    }

    public int InvalidRequests => _invalid.Count;

    /// <inheritdoc cref="TokenLatch.Rejected"/>
    public CancellationToken TokenRejected => _latch.Rejected;

    public Task<T> ReadAsync<T>(Route route, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReadAsync(new RestCall(route), type, cancellationToken);

    public Task WriteAsync<TBody>(Route route, TBody body, JsonTypeInfo<TBody> type, CancellationToken cancellationToken) =>
        SendAsync(new RestCall(route, JsonSerializer.SerializeToUtf8Bytes(body, type)), cancellationToken);

    public Task<T> ExchangeAsync<TBody, T>(
        Route route, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReadAsync(new RestCall(route, JsonSerializer.SerializeToUtf8Bytes(body, bodyType)), type, cancellationToken);

    /// <summary>Makes a request, whatever it takes.</summary>
    /// <returns>The answer's body; empty for some.</returns>
    public async Task<byte[]> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(call.Route.Budget, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return _verdict.Of(call, await RepeatAsync(call, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DiscordUnavailableException(call.MayHaveArrived, $"{call.Route}: no answer in {call.Route.Budget.TotalSeconds} s.");
        }
        catch (BrokenCircuitException)
        {
            throw new DiscordUnavailableException(call.MayHaveArrived, $"{call.Route}: Discord has been failing, so it was not asked.");
        }
        catch (DiscordApiException limit) when (limit.RetryAfter is not null && call.MayHaveArrived)
        {
            throw new DiscordUnavailableException(mayHaveArrived: true, limit.Message);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _gate.Dispose();
        _latch.Dispose();
    }

    private async Task<T> ReadAsync<T>(RestCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Verdict.Read(call, await SendAsync(call, cancellationToken), type);

    private async Task<RestAnswer> RepeatAsync(RestCall call, CancellationToken cancellationToken)
    {
        var patience = _gate.PatienceOf(call.Route);
        while (true)
        {
            var answer = await _policy.RepeatAsync(call.Route, token => TryAsync(call, patience, token), cancellationToken);
            if (!answer.IsLimit)
            {
                return answer;
            }
        }
    }

    private async ValueTask<RestAnswer> TryAsync(RestCall call, TimeSpan patience, CancellationToken cancellationToken)
    {
        ThrowIfClosed(call);
        var bucket = await _gate.EnterAsync(call.Route, patience, cancellationToken);
        try
        {
            ThrowIfClosed(call);
            var answer = await _policy.GuardAsync(call.Route, token => _transport.SendAsync(call, token), cancellationToken);
            Learn(call, bucket, answer);
            return answer;
        }
        finally
        {
            bucket.Leave();
        }
    }

    private void ThrowIfClosed(RestCall call)
    {
        _latch.ThrowIfRejected(call.Route);
        _invalid.ThrowIfTooMany(call);
    }

    private void Learn(RestCall call, Bucket bucket, RestAnswer answer)
    {
        call.NoteUnclear(answer.IsUnclear);
        _invalid.Note(answer);
        _gate.Learn(call.Route, bucket, answer);
        _latch.ThrowIfRejectedBy(answer, call.Route);
    }
}
