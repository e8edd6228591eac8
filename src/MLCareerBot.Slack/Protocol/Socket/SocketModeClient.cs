using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>The bot's standing connections to Slack, over which everything comes in: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
/// <param name="openConnection">Asks <c>apps.connections.open</c>. A <see cref="PlatformStoppedException"/> of its own ends the client.</param>
/// <param name="clock">All time: waits, deadlines, silence.</param>
/// <param name="random">Spreads waits.</param>
/// <param name="logger">Takes named events, free of tickets and of what people wrote.</param>
internal sealed class SocketModeClient(
    Func<CancellationToken, Task<SocketTicket>> openConnection, TimeProvider clock, Random random, ILogger<SocketModeClient> logger)
{
    private readonly Jitter _jitter = new(random);
    private volatile IReadOnlyList<SocketLane> _lanes = [];
    private volatile PlatformStatus? _end;
    private int _hasOneLeft;

    /// <summary>How the connection is: ready while at least one socket is.</summary>
    public PlatformStatus Status => _end ?? (_lanes, _lanes.Count(lane => lane.IsUp)) switch
    {
        ([], _) => new(PlatformState.Starting, "Not connected yet."),
        (_, 1) => new(PlatformState.Ready, "Connected with one socket."),
        (_, > 1 and var sockets) => new(PlatformState.Ready, $"Connected with {sockets} sockets."),
        ([var first, ..], _) => first.FirstUp.IsCompleted
            ? new(PlatformState.Reconnecting, $"Reconnecting: {first.Trouble}")
            : new(PlatformState.Starting, $"Connecting: {first.Trouble}"),
    };

    /// <summary>Stays connected until told to stop; then it finishes what it has taken, says goodbye and returns. To be called once.</summary>
    /// <param name="onEnvelope">Decides about each envelope; several may be asked about at the same time.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    /// <exception cref="PlatformStoppedException">Trying again would not help; the message says what would.</exception>
    public async Task RunAsync(EnvelopeHandler onEnvelope, CancellationToken cancellationToken)
    {
        _lanes = [NewLane(1, onEnvelope), NewLane(2, onEnvelope)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] running = [RunAsync(_lanes[0], _lanes[1], Task.CompletedTask, stop), RunAsync(_lanes[1], _lanes[0], _lanes[0].FirstUp, stop)];
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var failure = running.Select(task => task.Exception?.InnerException).FirstOrDefault(exception => exception is not null);
        _end = new(PlatformState.Stopped, failure is PlatformStoppedException ? failure.Message : "Not running.");
        await Task.WhenAll(running.Where(task => task.IsFaulted));
    }

    private SocketLane NewLane(int number, EnvelopeHandler onEnvelope) => new(number, openConnection, onEnvelope, clock, _jitter, logger);

    // One socket is enough to work with; the second one keeps a lost one from showing.
    private async Task RunAsync(SocketLane lane, SocketLane other, Task start, CancellationTokenSource stop)
    {
        try
        {
            await start.WaitAsync(stop.Token);
            await lane.RunAsync(() => other.IsUp && Interlocked.Exchange(ref _hasOneLeft, 1) == 0, stop.Token);
            _lanes = [other];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
