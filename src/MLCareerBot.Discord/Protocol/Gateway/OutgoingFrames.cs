using System.Net.WebSockets;
using System.Threading.Channels;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What we send on one connection, one frame after the other. Sending never makes the caller wait.</summary>
internal sealed class OutgoingFrames(WebSocket socket, TimeProvider clock)
{
    // A longer frame makes Discord close with 4002.
    private const int MaxLength = 4096;

    private readonly Channel<byte[]> _frames = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private readonly SendAllowance _allowance = new(clock);
    private readonly Lock _lock = new();

    /// <summary>Queues a frame; false if it would be one too many this minute, or the connection is being left.</summary>
    /// <exception cref="ArgumentException">The frame is longer than Discord takes.</exception>
    public bool TrySend(byte[] frame, bool isHeartbeat)
    {
        if (frame.Length > MaxLength)
        {
            throw new ArgumentException($"A frame of {frame.Length} bytes is longer than the {MaxLength} that Discord takes.", nameof(frame));
        }

        lock (_lock)
        {
            return _allowance.TryTake(isHeartbeat) && _frames.Writer.TryWrite(frame);
        }
    }

    /// <summary>Lets the frames in the queue be the last.</summary>
    public void Complete() => _frames.Writer.TryComplete();

    /// <summary>Sends until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        try
        {
            await foreach (var frame in _frames.Reader.ReadAllAsync())
            {
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception exception) when (GatewaySocket.IsBroken(exception))
        {
            // Wakes the receiving side, which says how the connection ended.
            socket.Abort();
        }
    }
}
