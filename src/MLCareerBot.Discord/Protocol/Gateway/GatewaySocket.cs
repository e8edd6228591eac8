using System.Net.WebSockets;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>One WebSocket connection to the gateway. It remembers the first reason for which it was left.</summary>
internal sealed class GatewaySocket : IAsyncDisposable
{
    // How long the peer may take to say goodbye. Half of it when somebody waits for the connection after this one.
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    // Any frame counts as life; a peer that is silent for both together is gone.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly OutgoingFrames _outgoing;
    private readonly MessageReader _reader;
    private Task _sending = Task.CompletedTask;
    private Task? _leaving;
    private GatewayEnding? _left;

    public GatewaySocket(TimeProvider clock)
    {
        (_clock, _outgoing, _reader) = (clock, new(_socket, clock), new(_socket));
        _socket.Options.KeepAliveInterval = KeepAlive;
        _socket.Options.KeepAliveTimeout = KeepAlive;
    }

    /// <summary>How it ended: by our own reason if we left first, else by the peer's.</summary>
    public GatewayEnding Ending
    {
        get
        {
            lock (_lock)
            {
                return _left ?? GatewayEnding.ByPeer((int?)_socket.CloseStatus);
            }
        }
    }

    /// <summary>Whether this is what a connection throws that broke off, was aborted or cannot be opened.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or InvalidOperationException or IOException or InvalidDataException;

    /// <summary>Opens it. Throws what <see cref="IsBroken"/> knows.</summary>
    public async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        // A redirect could lead the token away from the hosts it may go to. A proxy cannot reach our own loopback.
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !address.IsLoopback };
        using var invoker = new HttpMessageInvoker(handler);
        await _socket.ConnectAsync(address, invoker, cancellationToken);
        _sending = _outgoing.RunAsync();
    }

    /// <inheritdoc cref="OutgoingFrames.TrySend"/>
    public bool TrySend(byte[] frame, bool isHeartbeat = false) => _outgoing.TrySend(frame, isHeartbeat);

    /// <inheritdoc cref="MessageReader.ReadAsync"/>
    public Task<ReadOnlyMemory<byte>?> ReceiveAsync() => _reader.ReadAsync();

    /// <summary>Says goodbye; receiving then ends soon, by the peer's goodbye or without. Only the first reason counts.</summary>
    public void Leave(GatewayEnding reason)
    {
        lock (_lock)
        {
            if (_leaving is null)
            {
                _left = reason;
                _leaving = reason.Next == GatewayReaction.Stop
                    ? LeaveAsync(CloseCode.Normal, Goodbye)
                    : LeaveAsync(CloseCode.KeepSession, Goodbye / 2);
            }
        }
    }

    /// <summary>Answers the peer's goodbye or cuts what is left of the connection. Nobody may be receiving any more.</summary>
    public async ValueTask DisposeAsync()
    {
        _received.TrySetResult();
        Task leaving;
        lock (_lock)
        {
            leaving = _leaving ??= LeaveAsync((int?)_socket.CloseStatus ?? CloseCode.KeepSession, Goodbye / 2);
        }

        await leaving;
        _reader.Dispose();
        _socket.Dispose();
    }

    private async Task LeaveAsync(int code, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience, _clock);
        try
        {
            _outgoing.Complete();
            await _sending.WaitAsync(limit.Token);
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, limit.Token);
            await _received.Task.WaitAsync(limit.Token);
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            // It is gone already, or the peer does not say goodbye.
        }

        _socket.Abort();
    }
}
