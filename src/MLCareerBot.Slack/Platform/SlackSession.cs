using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Operations;
using MLCareerBot.Slack.Protocol.Web;
using Polly;
using Polly.Retry;

namespace MLCareerBot.Slack.Platform;

/// <summary>Who the bot is in its workspace, and what was found to stand in its way there.</summary>
internal sealed partial class SlackSession(SlackApi api, TimeProvider clock, ILogger<SlackSession> logger)
{
    private const string Removed =
        "The app was removed from the Slack workspace. Install it again at https://api.slack.com/apps, set Slack:BotToken to the token shown there and start again.";

    private readonly TaskCompletionSource<PlatformStoppedException> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, string> _missing = new(StringComparer.Ordinal);
    private volatile SlackIdentity? _identity;
    private volatile bool _isRemoved;

    /// <summary>Id of the bot's own user; empty before <see cref="OpenAsync"/>.</summary>
    public string UserId => _identity?.UserId ?? "";

    /// <summary>Id of the workspace; empty before <see cref="OpenAsync"/>.</summary>
    public string TeamId => _identity?.TeamId ?? "";

    /// <summary>True while what comes in can be answered.</summary>
    public bool IsOpen => _identity is not null && !Broken.IsCompleted;

    /// <summary>True once the workspace has thrown the bot out.</summary>
    public bool IsRemoved => _isRemoved;

    /// <summary>Done once the bot cannot go on here; says why.</summary>
    public Task<PlatformStoppedException> Broken => _broken.Task;

    /// <summary>Learns who the bot is; waits for Slack as long as it takes, and throws for a token that is rejected.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var identity = await UntilReachedAsync(api.AuthTestAsync, cancellationToken);
        _identity = identity;
        LogReady(identity.TeamId);
        if (SlackScopes.Missing(identity.Scopes) is [_, ..] missing)
        {
            LogScopes(string.Join(", ", missing));
        }
    }

    /// <summary>The workspace has thrown the bot out.</summary>
    public void Remove()
    {
        _isRemoved = true;
        Break(new(Removed));
    }

    /// <summary>The bot cannot go on here.</summary>
    public void Break(PlatformStoppedException reason) => _broken.TrySetResult(reason);

    /// <summary>Takes note if a refusal is about a scope: what takes it is switched off.</summary>
    public void Learn(SlackApiException refusal)
    {
        if (refusal.Error == "missing_scope" && _missing.TryAdd(refusal.Method, refusal.Needed ?? "another scope"))
        {
            LogMissing(refusal.Method, refusal.Needed ?? "another scope");
        }
    }

    /// <summary>True if a method was refused because a scope is missing; it will not come back before the next start.</summary>
    public bool Lacks(SlackMethod method) => _missing.ContainsKey(method.Name);

    /// <summary>The connection's state, with what is behind it.</summary>
    public PlatformStatus Describe(PlatformStatus connection) => connection.State is PlatformState.Ready && !_missing.IsEmpty
        ? connection with { Detail = $"{connection.Detail} Scopes are missing: {string.Join(", ", _missing.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}." }
        : connection;

    private async Task<T> UntilReachedAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        // A refusal that is not about the token passes as well: a limit, or a maintenance.
        var patience = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<SlackUnavailableException>().Handle<SlackApiException>(),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromMinutes(1),
                MaxRetryAttempts = int.MaxValue,
                UseJitter = true,
                OnRetry = retry =>
                {
                    LogUnreachable(retry.RetryDelay.TotalSeconds, retry.Outcome.Exception?.Message ?? "");
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        return await patience.ExecuteAsync(async token => await ask(token), cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Information, "Slack ready: the bot is in the workspace {Team}.")]
    private partial void LogReady(string team);

    [LoggerMessage(2, LogLevel.Warning, "Slack cannot be reached; the next try is in {Seconds:0} s. {Reason}")]
    private partial void LogUnreachable(double seconds, string reason);

    [LoggerMessage(3, LogLevel.Warning, "The bot token lacks the scopes {Scopes}: take the manifest that 'manifest slack' prints, reinstall the app and start again.")]
    private partial void LogScopes(string scopes);

    [LoggerMessage(4, LogLevel.Error, "Slack refuses {Method}, which takes the scope {Scope}: it is switched off. Reinstall the app with the manifest that 'manifest slack' prints, and start again.")]
    private partial void LogMissing(string method, string scope);
}
