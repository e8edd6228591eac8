using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>Keeps one connection up: the next one is greeted before the last one goes, wherever Slack gives the time.</summary>
/// <param name="number">From 1, for the log.</param>
/// <param name="openConnection">Asks for a ticket.</param>
/// <param name="onEnvelope">Decides about each envelope.</param>
/// <param name="clock">All time.</param>
/// <param name="jitter">Spreads waits.</param>
/// <param name="logger">Takes named events.</param>
internal sealed class SocketLane(
    int number,
    Func<CancellationToken, Task<SocketTicket>> openConnection,
    EnvelopeHandler onEnvelope,
    TimeProvider clock,
    Jitter jitter,
    ILogger logger)
{
    private static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(5);

    // After a warning Slack closes the connection by itself within seconds. Until then it may still send envelopes here.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    private readonly ReconnectWait _wait = new(jitter);
    private readonly TaskCompletionSource _firstUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _retiring = [];
    private volatile SocketConnection? _current;

    /// <summary>Done once it has been up.</summary>
    public Task FirstUp => _firstUp.Task;

    public bool IsUp => _current is { IsUp: true };

    /// <summary>Why it is not up, in words.</summary>
    public string Trouble { get; private set; } = "not connected yet.";

    /// <summary>Runs until told to stop, or until Slack wants fewer connections.</summary>
    /// <param name="mayLeave">Asked in that case: whether there is another lane to rely on.</param>
    /// <param name="cancellationToken">Tells it to stop.</param>
    /// <exception cref="PlatformStoppedException">Trying again would not help.</exception>
    public async Task RunAsync(Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        try
        {
            SocketEnd end;
            do
            {
                end = await ConnectOnceAsync(cancellationToken);
            }
            while (end != SocketEnd.TooMany || !mayLeave());

            logger.FewerSockets(number);
        }
        finally
        {
            _retiring.Add(RetireAsync(_current, DrainTime, new CancellationToken(canceled: true)));
            await Task.WhenAll(_retiring);
        }
    }

    // Opens the next connection, stays with it as long as it is good, and waits as long as is due after it.
    private async Task<SocketEnd> ConnectOnceAsync(CancellationToken cancellationToken)
    {
        var (next, end) = await TryOpenAsync(cancellationToken);
        if (next is not null)
        {
            Use(next, cancellationToken);
            end = await next.Leaving.WaitAsync(cancellationToken);
            Trouble = SocketTrouble.Of(end);
            LetGoIfLost(next, end);
        }

        if (end == SocketEnd.LinkDisabled)
        {
            throw new PlatformStoppedException(SocketTrouble.LinkDisabled);
        }

        var wait = _wait.After(end, next?.Lived ?? TimeSpan.Zero);
        logger.Reconnecting(number, Trouble, wait);
        await Task.Delay(wait, clock, cancellationToken);
        return end;
    }

    private void Use(SocketConnection next, CancellationToken cancellationToken)
    {
        _retiring.RemoveAll(task => task.IsCompletedSuccessfully);
        _retiring.Add(RetireAsync(_current, DrainTime, cancellationToken));
        _current = next;
        _firstUp.TrySetResult();
        logger.Connected(number);
    }

    // Answers a goodbye at once. One that can still serve stays until the next one is there.
    private void LetGoIfLost(SocketConnection last, SocketEnd end)
    {
        if (end == SocketEnd.Lost)
        {
            _current = null;
            _retiring.Add(RetireAsync(last, TimeSpan.Zero, CancellationToken.None));
        }
    }

    private async Task<(SocketConnection? Next, SocketEnd End)> TryOpenAsync(CancellationToken cancellationToken)
    {
        SocketConnection? next = null;
        var end = SocketEnd.Lost;
        try
        {
            var ticket = await openConnection(cancellationToken);
            next = await SocketConnection.OpenAsync(ticket.Address, onEnvelope, clock, logger, cancellationToken);
            await Task.WhenAny(next.Hello, next.Leaving).WaitAsync(HelloTime, clock, cancellationToken);
            if (next.Hello.IsCompleted)
            {
                return (next, end);
            }

            end = await next.Leaving;
            Trouble = SocketTrouble.Of(end);
        }
        catch (Exception failure) when (SocketTrouble.IsPassing(failure) && !cancellationToken.IsCancellationRequested)
        {
            Trouble = SocketTrouble.Of(failure);
        }
        catch
        {
            await RetireAsync(next, TimeSpan.Zero, cancellationToken);
            throw;
        }

        await RetireAsync(next, TimeSpan.Zero, cancellationToken);
        return (null, end);
    }

    private async Task RetireAsync(SocketConnection? last, TimeSpan drain, CancellationToken cancellationToken)
    {
        if (last is null)
        {
            return;
        }

        await Task.WhenAny(last.Over, Task.Delay(last.IsUp ? drain : TimeSpan.Zero, clock, cancellationToken));
        await last.DisposeAsync();
    }
}
