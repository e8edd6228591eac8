using System.Net.WebSockets;
using System.Numerics;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>One connection, from its opening to its end.</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    // 15 s between pings, and as long again for the answer.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    // Slack does not close the connection after the goodbyes: https://github.com/slackapi/node-slack-sdk/issues/2752.
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    // So many decisions at the same time; beyond that, Slack's next message stays on the wire.
    private const int MostDecisions = 64;

    private readonly SocketWire _wire;
    private readonly EnvelopeHandler _onEnvelope;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _decisions = new(MostDecisions);
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _receiving;
    private readonly Task _watching;
    private volatile bool _isSilent;
    private volatile bool _isClosing;
    private long _helloAt;
    private int _unreadable;

    private SocketConnection(SocketWire wire, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger logger)
    {
        (_wire, _onEnvelope, _clock, _logger) = (wire, onEnvelope, clock, logger);
        _receiving = ReceiveAsync();
        _watching = WatchAsync();
    }

    /// <summary>Done once Slack has greeted: only now does it send envelopes here.</summary>
    public Task Hello => _hello.Task;

    /// <summary>Done once another connection should take this one's place; says why.</summary>
    public Task<SocketEnd> Leaving => _leaving.Task;

    /// <summary>Done once nothing more can come.</summary>
    public Task Over => _receiving;

    /// <summary>Whether envelopes can come.</summary>
    public bool IsUp => _hello.Task.IsCompleted && !_receiving.IsCompleted && !_isSilent;

    /// <summary>How long it has been up, or was.</summary>
    public TimeSpan Lived => _hello.Task.IsCompleted ? _clock.GetElapsedTime(_helloAt) : TimeSpan.Zero;

    /// <inheritdoc cref="SocketWire.ConnectAsync"/>
    public static async Task<SocketConnection> OpenAsync(
        Uri address, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger logger, CancellationToken cancellationToken) =>
        new(await SocketWire.ConnectAsync(address, clock, cancellationToken), onEnvelope, clock, logger);

    /// <summary>Finishes what was taken, says goodbye and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await FinishAsync();
        await _over.CancelAsync();
        await _watching;
        _wire.Dispose();
        _decisions.Dispose();
        _over.Dispose();
    }

    private async Task FinishAsync()
    {
        // With every place taken nothing is being decided, and each decision has its own time limit.
        for (var place = 0; place < MostDecisions; place++)
        {
            await _decisions.WaitAsync();
        }

        // What comes from now on could not be acknowledged any more: it is left to come again elsewhere.
        _isClosing = true;
        _decisions.Release(MostDecisions);
        if (_isSilent || !await SaidGoodbyeAsync())
        {
            _wire.Abort();
        }

        await _receiving;
    }

    private async Task<bool> SaidGoodbyeAsync()
    {
        try
        {
            await Task.WhenAll(_wire.SayGoodbyeAsync(), _receiving).WaitAsync(GoodbyeTime, _clock);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task ReceiveAsync()
    {
        var message = new MessageBuffer();
        try
        {
            while (await _wire.ReceiveAsync(message) is { } isText)
            {
                await TakeAsync(isText, message.Written);
            }
        }
        catch (Exception end) when (end is WebSocketException or IOException or InvalidDataException or OperationCanceledException or ObjectDisposedException)
        {
            _logger.BrokenOff(end is InvalidDataException ? end.Message : end.GetType().Name);
        }
        finally
        {
            _leaving.TrySetResult(SocketEnd.Lost);
        }
    }

    private async Task TakeAsync(bool isText, ReadOnlyMemory<byte> message)
    {
        if (!isText || SocketFrame.Read(message) is not { } frame)
        {
            NoteUnreadable(message.Length);
        }
        else if (frame is { Type: "hello" })
        {
            _helloAt = _clock.GetTimestamp();
            _hello.TrySetResult();
        }
        else if (frame is { Type: "disconnect" })
        {
            _leaving.TrySetResult(frame.End);
        }
        else if (frame.EnvelopeId is { } id)
        {
            await _decisions.WaitAsync();
            _ = DecideAsync(frame.ToEnvelope(_clock.GetTimestamp()), id);
        }
    }

    private async Task DecideAsync(SlackEnvelope envelope, string id)
    {
        try
        {
            if (!_isClosing && await _onEnvelope(envelope).WaitAsync(Decision.Limit, _clock) is { IsTaken: true } answer)
            {
                await _wire.SendAsync(SocketFrame.Acknowledge(id, envelope.TakesPayload ? answer.Payload : null));
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException)
        {
            _logger.NotAcknowledged(envelope.Kind);
        }
        catch (Exception failure)
        {
            // A stranger's failure must not take the connection down: Slack brings the envelope again.
            _logger.NotTaken(failure, envelope.Kind);
        }
        finally
        {
            _decisions.Release();
        }
    }

    private async Task WatchAsync()
    {
        while (LongestSilence - _wire.Silence is var left && left > TimeSpan.Zero)
        {
            // Rounded up, as timers drop what is less than a millisecond.
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
            await Task.Delay(wait, _clock, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_over.IsCancellationRequested)
            {
                return;
            }
        }

        _isSilent = true;
        _leaving.TrySetResult(SocketEnd.Silent);
    }

    // Every one is counted, few are logged: whoever sends nonsense is not to fill the log too.
    private void NoteUnreadable(int length)
    {
        if (BitOperations.IsPow2(++_unreadable))
        {
            _logger.Unreadable(length, _unreadable);
        }
    }
}
