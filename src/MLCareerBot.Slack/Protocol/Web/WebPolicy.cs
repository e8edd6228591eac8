using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>What is tried again, and when nothing is tried at all. Limits are not among it: <see cref="Turns"/> waits for them.</summary>
internal sealed partial class WebPolicy
{
    private const int OutageSigns = 5;

    private readonly TimeProvider _clock;
    private readonly Jitter _jitter;
    private readonly ILogger _logger;
    private readonly Dictionary<Repeat, ResiliencePipeline<WebAnswer>> _repeats;
    private readonly ResiliencePipeline<WebAnswer> _breaker;

    /// <param name="clock">Times all waits.</param>
    /// <param name="jitter">Spreads them.</param>
    /// <param name="logger">Hears of outages.</param>
    public WebPolicy(TimeProvider clock, Jitter jitter, ILogger logger)
    {
        (_clock, _jitter, _logger) = (clock, jitter, logger);
        _repeats = new()
        {
            [Repeat.Never] = ResiliencePipeline<WebAnswer>.Empty,
            [Repeat.IfUnsent] = NewRetry(answer => answer.IsNotDone),
            [Repeat.Always] = NewRetry(answer => answer.IsNotDone || answer.IsUnclear),
        };
        _breaker = NewBreaker();
        TimeLimit = new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(TimeSpan.FromSeconds(8)).Build();
    }

    /// <summary>Ends an attempt after 8 seconds.</summary>
    public ResiliencePipeline TimeLimit { get; }

    /// <summary>Makes up to three attempts, as the method allows.</summary>
    public ValueTask<WebAnswer> RepeatAsync(
        SlackMethod method, Func<CancellationToken, ValueTask<WebAnswer>> attempt, CancellationToken cancellationToken) =>
        _repeats[method.Repeat].ExecuteAsync(attempt, cancellationToken);

    /// <summary>Makes one attempt, or throws <see cref="BrokenCircuitException"/> at once while Slack is down.</summary>
    // The socket has its own back-off, and an answer by response_url has no second chance.
    public ValueTask<WebAnswer> GuardAsync(
        SlackMethod method, Func<CancellationToken, ValueTask<WebAnswer>> attempt, CancellationToken cancellationToken) =>
        method.Token == TokenUse.Bot ? _breaker.ExecuteAsync(attempt, cancellationToken) : attempt(cancellationToken);

    private ResiliencePipeline<WebAnswer> NewRetry(Func<WebAnswer, bool> mayRepeat) =>
        new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = _clock }
            .AddRetry(new RetryStrategyOptions<WebAnswer>
            {
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxRetryAttempts = 2,
                Randomizer = _jitter.Next,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { } answer && mayRepeat(answer)),
                UseJitter = true,
            })
            .Build();

    private ResiliencePipeline<WebAnswer> NewBreaker() =>
        new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = _clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<WebAnswer>
            {
                BreakDuration = TimeSpan.FromSeconds(20),
                FailureRatio = 0.8,
                MinimumThroughput = OutageSigns,
                OnOpened = args =>
                {
                    LogOutage(args.BreakDuration.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                SamplingDuration = TimeSpan.FromSeconds(30),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is { IsOutage: true }),
            })
            .Build();

    [LoggerMessage(LogLevel.Warning, "Slack's Web API is failing: no call with the bot token for {Seconds} s.")]
    private partial void LogOutage(double seconds);
}
