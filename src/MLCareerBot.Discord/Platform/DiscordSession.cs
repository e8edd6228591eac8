using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Rest;
using Polly;
using Polly.Retry;

namespace MLCareerBot.Discord.Platform;

/// <summary>Who the bot is on Discord, and what there is to say about how it is.</summary>
internal sealed partial class DiscordSession(
    DiscordApi api, GuildRoster guilds, CommandRegistration commands, TimeProvider clock, ILogger<DiscordSession> logger) : IDisposable
{
    private readonly SemaphoreSlim _registering = new(1);
    private string _commands = "commands not looked at yet";
    private bool _isRegistered;
    private CancellationToken _stopping;

    /// <summary>Id of the bot's own account; empty before <see cref="OpenAsync"/>.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>Id of the bot's application; empty before <see cref="OpenAsync"/>.</summary>
    public string ApplicationId { get; private set; } = "";

    /// <summary>Learns who the bot is; waits for Discord's answer as long as it takes, and throws for a token that is rejected.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _stopping = cancellationToken;
        UserId = (await UntilReachedAsync(api.GetSelfAsync)).Id;
        ApplicationId = (await UntilReachedAsync(api.GetApplicationAsync)).Id;
    }

    /// <summary>A session began: registers the commands, once for the life of this program.</summary>
    /// <param name="servers">Ids of the servers the bot is in.</param>
    public async Task BeginAsync(IReadOnlyList<string> servers)
    {
        await _registering.WaitAsync(_stopping);
        try
        {
            if (!_isRegistered)
            {
                _commands = await UntilReachedAsync(token => commands.UpdateAsync(ApplicationId, servers, token));
                _isRegistered = true;
            }
        }
        finally
        {
            _registering.Release();
        }

        LogReady(Servers, _commands);
    }

    public void Dispose() => _registering.Dispose();

    /// <summary>The connection's state, with what is behind it.</summary>
    public PlatformStatus Describe(PlatformStatus connection) => connection.State is PlatformState.Ready
        ? connection with { Detail = $"{Servers}, {_commands}." }
        : connection;

    private async Task<T> UntilReachedAsync<T>(Func<CancellationToken, Task<T>> ask)
    {
        var patience = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DiscordUnavailableException>().Handle<DiscordApiException>(),
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
        return await patience.ExecuteAsync(async token => await ask(token), _stopping);
    }

    private string Servers => guilds.Count == 1 ? "1 server" : $"{guilds.Count} servers";

    [LoggerMessage(2, LogLevel.Warning, "Discord cannot be reached; the next try is in {Seconds:0} s. {Reason}")]
    private partial void LogUnreachable(double seconds, string reason);

    [LoggerMessage(1, LogLevel.Information, "Discord ready: {Servers}, {Commands}.")]
    private partial void LogReady(string servers, string commands);
}
