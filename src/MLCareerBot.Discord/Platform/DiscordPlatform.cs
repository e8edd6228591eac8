using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Discord.Platform;

/// <summary>Discord, from its socket to the answers. Everything that comes in is taken off the socket's path at once.</summary>
internal sealed class DiscordPlatform(
    DiscordSession session,
    GatewayClient gateway,
    EventIntake intake,
    OngoingWork work,
    DiscordDelivery delivery) : IChatPlatform
{
    /// <summary>The name in addresses and settings.</summary>
    public const string PlatformName = "discord";

    /// <summary>A container is killed ten seconds after it was asked to stop; the socket needs two of them.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(6);

    private static readonly PlatformStatus NotConnected = new(PlatformState.Starting, "Not connected yet.");

    private PlatformStatus? _end;

    public string Name => PlatformName;

    public PlatformStatus Status => _end ?? session.Describe(gateway.Shards.MaxBy(shard => shard.State) ?? NotConnected);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await session.OpenAsync(cancellationToken);
            await gateway.RunAsync(intake.Take, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop: a good end.
            _end = new(PlatformState.Stopped, "It was told to stop.");
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
}
