using System.Net.WebSockets;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>One WebSocket: whole messages in, one text at a time out, and word of when anything was heard last.</summary>
internal sealed class SocketWire : IDisposable
{
    /// <summary>The time a connection may take to come about.</summary>
    public static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SocketsHttpHandler _handler;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TimeProvider _clock;
    private long _heardAt;

    private SocketWire(TimeProvider clock)
    {
        _clock = clock;
        _heardAt = clock.GetTimestamp();

        // A socket hides the pings and pongs under it. So we look at its bytes, and ping often enough that a living
        // peer is heard at least every 15 s, however little happens. The time limit ends a dead one by the machine's clock.
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        _handler = new()
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new WatchedStream(context.PlaintextStream, NoteHeard)),
            UseCookies = false,
        };
    }

    /// <summary>How long nothing has been heard.</summary>
    public TimeSpan Silence => _clock.GetElapsedTime(Volatile.Read(ref _heardAt));

    /// <exception cref="WebSocketException">No socket came about.</exception>
    /// <exception cref="OperationCanceledException">Told to stop, or it took longer than <see cref="ConnectTime"/>.</exception>
    public static async Task<SocketWire> ConnectAsync(Uri address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var wire = new SocketWire(clock);
        using var invoker = new HttpMessageInvoker(wire._handler, disposeHandler: false);
        using var late = new CancellationTokenSource(ConnectTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await wire._socket.ConnectAsync(address, invoker, either.Token);
            return wire;
        }
        catch
        {
            wire.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next message into the buffer.</summary>
    /// <returns>Whether it is text; null once Slack has said goodbye.</returns>
    // Without a token: cancelling would abort the socket, and what was received with it.
    public async Task<bool?> ReceiveAsync(MessageBuffer message)
    {
        message.Clear();
        while (true)
        {
            var part = await _socket.ReceiveAsync(message.Room(), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Advance(part.Count);
            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Text;
            }
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> text)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye, or answers one. What is received goes on until the other side is done too.</summary>
    public async Task SayGoodbyeAsync()
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or InvalidOperationException)
        {
            // There is nobody to say it to.
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _handler.Dispose();
        _sending.Dispose();
    }

    private void NoteHeard() => Volatile.Write(ref _heardAt, _clock.GetTimestamp());
}
