using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>The bot's standing connections to Slack, over which everything comes in: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
/// <param name="options">The API's address, which says where sockets may be.</param>
/// <param name="openConnection">Asks <c>apps.connections.open</c>. A <see cref="PlatformStoppedException"/> of its own ends the client.</param>
/// <param name="clock">All time: waits, deadlines, silence.</param>
/// <param name="random">Spreads waits.</param>
/// <param name="logger">Takes named events, free of tickets and of what people wrote.</param>
internal sealed class SocketModeClient(
    SlackOptions options,
    Func<CancellationToken, Task<SocketTicket>> openConnection,
    TimeProvider clock,
    Random random,
    ILogger<SocketModeClient> logger)
{
    /// <summary>How the connection is: ready while at least one socket is.</summary>
    public PlatformStatus Status { get; } = new(PlatformState.Starting, "Not connected yet.");

    /// <summary>Stays connected until told to stop; then it finishes what it has taken, says goodbye and returns.</summary>
    /// <param name="onEnvelope">Decides about each envelope; several may be asked about at the same time.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    /// <exception cref="PlatformStoppedException">Trying again would not help; the message says what would.</exception>
    public Task RunAsync(EnvelopeHandler onEnvelope, CancellationToken cancellationToken)
    {
        _ = (options, clock, random, logger, onEnvelope);
        return openConnection(cancellationToken);
    }
}
