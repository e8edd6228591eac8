using System.Net.WebSockets;
using System.Numerics;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>One connection, from its opening to its end.</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    // Slack does not close the connection after the goodbyes: https://github.com/slackapi/node-slack-sdk/issues/2752.
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly SocketWire _wire;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Decisions _decisions;
    private readonly SilenceWatch _watch;
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _receiving;
    private readonly Task _watching;
    private long _helloAt;
    private int _unreadable;

    private SocketConnection(SocketWire wire, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger logger)
    {
        (_wire, _clock, _logger) = (wire, clock, logger);
        _decisions = new(wire, onEnvelope, clock, logger);
        _watch = new(wire, clock);
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
    public bool IsUp => Hello.IsCompleted && !Over.IsCompleted && !_watch.IsSilent;

    /// <summary>How long ago it was greeted; zero if it never was.</summary>
    public TimeSpan Lived => Hello.IsCompleted ? _clock.GetElapsedTime(_helloAt) : TimeSpan.Zero;

    /// <inheritdoc cref="SocketWire.ConnectAsync"/>
    public static async Task<SocketConnection> OpenAsync(
        Uri address, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger logger, CancellationToken cancellationToken) =>
        new(await SocketWire.ConnectAsync(address, clock, cancellationToken), onEnvelope, clock, logger);

    /// <summary>Finishes what was taken, says goodbye and ends; within a few seconds, whatever the other side does.</summary>
    public async ValueTask DisposeAsync()
    {
        var deciding = _decisions.CloseAsync();
        if (_watch.IsSilent || !await IsDoneWithinAsync(deciding, EnvelopeAnswer.TimeLimit) || !await IsDoneWithinAsync(LeaveAsync(), GoodbyeTime))
        {
            _wire.Abort();
        }

        await Task.WhenAll(deciding, _receiving);
        await _over.CancelAsync();
        await _watching;
        _wire.Dispose();
        _decisions.Dispose();
        _over.Dispose();
    }

    private Task LeaveAsync() => Task.WhenAll(_wire.SayGoodbyeAsync(), _receiving);

    private async Task<bool> IsDoneWithinAsync(Task task, TimeSpan time)
    {
        try
        {
            await task.WaitAsync(time, _clock);
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
            Volatile.Write(ref _helloAt, _clock.GetTimestamp());
            _hello.TrySetResult();
        }
        else if (frame is { Type: "disconnect" })
        {
            _leaving.TrySetResult(frame.End);
        }
        else if (frame.EnvelopeId is { } id)
        {
            await _decisions.BeginAsync(frame.ToEnvelope(_clock.GetTimestamp()), id);
        }
    }

    private async Task WatchAsync()
    {
        await _watch.WatchAsync(_over.Token);
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
