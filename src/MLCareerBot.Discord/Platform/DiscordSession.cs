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

    /// <summary>Id of the bot's own account; empty before <see cref="OpenAsync"/>.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>Id of the bot's application; empty before <see cref="OpenAsync"/>.</summary>
    public string ApplicationId { get; private set; } = "";

    /// <summary>Learns who the bot is; waits for Discord as long as it takes, and throws for a token that is rejected.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var patience = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DiscordUnavailableException>(),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromMinutes(1),
                MaxRetryAttempts = int.MaxValue,
                UseJitter = true,
            })
            .Build();
        UserId = (await patience.ExecuteAsync(async token => await api.GetSelfAsync(token), cancellationToken)).Id;
        ApplicationId = (await patience.ExecuteAsync(async token => await api.GetApplicationAsync(token), cancellationToken)).Id;
    }

    /// <summary>A session began: registers the commands, once for the life of this program.</summary>
    /// <param name="servers">Ids of the servers the bot is in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task BeginAsync(IReadOnlyList<string> servers, CancellationToken cancellationToken)
    {
        await _registering.WaitAsync(cancellationToken);
        try
        {
            if (!_isRegistered)
            {
                _commands = await commands.UpdateAsync(ApplicationId, servers, cancellationToken);
                _isRegistered = true;
            }
        }
        catch (DiscordUnavailableException)
        {
            // The next session tries again.
            _commands = "commands not registered yet";
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

    private string Servers => guilds.Count == 1 ? "1 server" : $"{guilds.Count} servers";

    [LoggerMessage(1, LogLevel.Information, "Discord ready: {Servers}, {Commands}.")]
    private partial void LogReady(string servers, string commands);
}
