using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Gateway;
using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Discord.Platform;

/// <summary>Discord, from its socket to the answers. Everything that comes in is taken off the socket's path at once.</summary>
internal sealed class DiscordPlatform(
    DiscordApi api,
    DiscordSession session,
    GatewayClient gateway,
    EventIntake intake,
    OngoingWork work,
    MessageInbox inbox,
    KeptEvents kept,
    PlaceExaminer places,
    DiscordDelivery delivery) : IChatPlatform
{
    /// <summary>The name in addresses and settings.</summary>
    public const string PlatformName = "discord";

    /// <summary>A container is killed ten seconds after it was asked to stop; the socket needs two of them.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(6);

    private static readonly PlatformStatus NotConnected = new(PlatformState.Starting, "Not connected yet.");

    private static readonly PlatformStatus ToldToStop = new(PlatformState.Stopped, "It was told to stop.");

    private PlatformStatus? _end;

    public string Name => PlatformName;

    public PlatformStatus Status => _end ?? session.Describe(gateway.Shards.MaxBy(Trouble) ?? NotConnected);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LiveAsync(cancellationToken);
            _end = ToldToStop;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Before there was a connection: a good end too.
            _end = ToldToStop;
        }
        catch (PlatformStoppedException exception)
        {
            _end = new(PlatformState.Stopped, exception.Message);
            throw;
        }
        finally
        {
            await work.FinishAsync(DrainTime);
        }
    }

    public Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => _end is null
        ? delivery.SendAsync(message, cancellationToken)
        : Task.FromResult(new SendResult(SendOutcome.PlatformStopped));

    public Task<PlaceFinding> ExamineAsync(ChatAddress place, ChatUser asker, CancellationToken cancellationToken) =>
        place.DirectUser is null ? places.ExamineAsync(place, asker.Id, cancellationToken) : Task.FromResult(PlaceFinding.Open);

    public Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    // People are reached only where every shard is connected.
    private static int Trouble(PlatformStatus shard) => shard.State is PlatformState.Ready ? -1 : (int)shard.State;

    // A token that any request finds rejected ends it all, though the socket that it opened may still stand.
    private async Task LiveAsync(CancellationToken cancellationToken)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, api.TokenRejected);
        var watching = Task.CompletedTask;
        try
        {
            await session.OpenAsync(life.Token);
            watching = kept.WatchAsync(PlatformName, inbox.Resume, life.Token);
            await gateway.RunAsync(intake.Take, life.Token);
        }
        catch (OperationCanceledException) when (api.TokenRejected.IsCancellationRequested)
        {
            // Said below.
        }
        finally
        {
            // The commands may still be waiting to be set, and for long.
            await life.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (api.TokenRejected.IsCancellationRequested)
        {
            throw new DiscordTokenRejectedException();
        }
    }
}
