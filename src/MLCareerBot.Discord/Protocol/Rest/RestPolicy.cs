using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>What is tried again, and when nothing is tried at all. Limits are not among it: <see cref="RateGate"/> waits for them.</summary>
internal sealed partial class RestPolicy
{
    private readonly TimeProvider _clock;
    private readonly Func<double> _random;
    private readonly ILogger _logger;
    private readonly Dictionary<Repeat, ResiliencePipeline<RestAnswer>> _repeats;
    private readonly ResiliencePipeline<RestAnswer> _breaker;
    private readonly ResiliencePipeline<RestAnswer> _interactionBreaker;

    /// <param name="clock">Times all waits.</param>
    /// <param name="random">From 0 to 1, for jitter.</param>
    /// <param name="logger">Hears of outages.</param>
    public RestPolicy(TimeProvider clock, Func<double> random, ILogger logger)
    {
        (_clock, _random, _logger) = (clock, random, logger);
        _repeats = new()
        {
            [Repeat.Always] = NewRetry(2, TimeSpan.FromSeconds(1), answer => answer.IsUnsent || answer.IsUnclear),
            [Repeat.IfUnsent] = NewRetry(2, TimeSpan.FromSeconds(1), answer => answer.IsUnsent),
            [Repeat.OnceIfUnsent] = NewRetry(1, TimeSpan.FromMilliseconds(100), answer => answer.IsUnsent),
        };
        _breaker = NewBreaker();
        _interactionBreaker = NewBreaker();
        TimeLimit = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(TimeSpan.FromSeconds(8)).Build();
    }

    /// <summary>Ends an attempt after 8 seconds.</summary>
    public ResiliencePipeline TimeLimit { get; }

    /// <summary>Makes up to three attempts, as the route allows.</summary>
    public ValueTask<RestAnswer> RepeatAsync(
        Route route, Func<CancellationToken, ValueTask<RestAnswer>> attempt, CancellationToken cancellationToken) =>
        _repeats[route.Repeat].ExecuteAsync(attempt, cancellationToken);

    /// <summary>Makes one attempt, or throws <see cref="BrokenCircuitException"/> at once while Discord is down.</summary>
    public ValueTask<RestAnswer> GuardAsync(
        Route route, Func<CancellationToken, ValueTask<RestAnswer>> attempt, CancellationToken cancellationToken) =>
        (route.NeedsBotToken ? _breaker : _interactionBreaker).ExecuteAsync(attempt, cancellationToken);

    private ResiliencePipeline<RestAnswer> NewRetry(int times, TimeSpan delay, Func<RestAnswer, bool> mayRepeat) =>
        new ResiliencePipelineBuilder<RestAnswer> { TimeProvider = _clock }
            .AddRetry(new RetryStrategyOptions<RestAnswer>
            {
                BackoffType = DelayBackoffType.Exponential,
                Delay = delay,
                MaxRetryAttempts = times,
                Randomizer = _random,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } answer && mayRepeat(answer)),
                UseJitter = true,
            })
            .Build();

    // Two breakers, so that people still get answers when messages fail. Together they let 2 * (5 + 3) requests a minute
    // through an outage.
    private ResiliencePipeline<RestAnswer> NewBreaker() =>
        new ResiliencePipelineBuilder<RestAnswer> { TimeProvider = _clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<RestAnswer>
            {
                BreakDuration = TimeSpan.FromSeconds(20),
                FailureRatio = 0.8,
                MinimumThroughput = 5,
                OnOpened = args =>
                {
                    LogOutage(args.BreakDuration.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                SamplingDuration = TimeSpan.FromSeconds(30),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { IsOutage: true }),
            })
            .Build();

    [LoggerMessage(LogLevel.Warning, "Discord's REST API is failing: no such request for {Seconds} s.")]
    private partial void LogOutage(double seconds);
}
