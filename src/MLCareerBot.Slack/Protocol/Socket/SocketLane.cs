using System.Net.WebSockets;
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
    private static readonly TimeSpan HelloTime = TimeSpan.FromSeconds(10);

    // After a warning Slack closes the connection by itself within seconds. Until then it may still send envelopes here.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    private const string LinkDisabled =
        "Socket Mode is switched off for this app (link_disabled): switch it on under Socket Mode at https://api.slack.com/apps "
        + "and start again, or remove Slack:AppToken and use HTTP.";

    private readonly ReconnectWait _wait = new(jitter);
    private readonly TaskCompletionSource _firstUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _retiring = [];
    private volatile SocketConnection? _current;

    /// <summary>Done once it has been up.</summary>
    public Task FirstUp => _firstUp.Task;

    public bool IsUp => _current is { IsUp: true };

    /// <summary>Why it is not up, in words.</summary>
    public string Trouble { get; private set; } = "not connected yet.";

    /// <summary>Runs until told to stop, or until Slack wants fewer connections and another lane is up.</summary>
    /// <exception cref="PlatformStoppedException">Trying again would not help.</exception>
    public async Task RunAsync(Func<bool> isAnotherUp, CancellationToken cancellationToken)
    {
        try
        {
            SocketEnd end;
            do
            {
                end = await ConnectOnceAsync(cancellationToken);
            }
            while (end != SocketEnd.TooMany || !isAnotherUp());

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
            Trouble = ReasonOf(end);
        }

        if (end == SocketEnd.LinkDisabled)
        {
            throw new PlatformStoppedException(LinkDisabled);
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
            Trouble = ReasonOf(end);
        }
        catch (Exception failure) when (IsPassing(failure) && !cancellationToken.IsCancellationRequested)
        {
            Trouble = ReasonOf(failure);
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

    private static bool IsPassing(Exception failure) => failure is SlackApiException or SlackUnavailableException
        or WebSocketException or HttpRequestException or IOException or TimeoutException or OperationCanceledException;

    // Not the words of others, which may name an address that is a secret.
    private static string ReasonOf(Exception failure) => failure switch
    {
        SlackApiException or SlackUnavailableException => failure.Message,
        TimeoutException => "Slack opened a socket and said no hello.",
        WebSocketException socket => $"the socket could not be opened ({socket.WebSocketErrorCode}).",
        _ => "the socket could not be opened.",
    };

    private static string ReasonOf(SocketEnd end) => end switch
    {
        SocketEnd.Lost => "the connection broke off.",
        SocketEnd.Silent => "nothing was heard for 30 s.",
        SocketEnd.Replace => "Slack asked for a new connection.",
        SocketEnd.TooMany => "Slack says that the app has too many sockets.",
        _ => "Socket Mode is switched off.",
    };
}
