using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace MLCareerBot.Fakes.Discord;

/// <summary>One WebSocket: reads whole messages, and writes in the order in which things were said.</summary>
internal sealed class GatewayConnection(int number, WebSocket socket, TamperedStream wire, Action abort, bool isCompressed) : IDisposable
{
    private const int BufferSize = 16 * 1024;

    private readonly Channel<(Func<Task> Write, TaskCompletionSource Done)> _outgoing =
        Channel.CreateUnbounded<(Func<Task>, TaskCompletionSource)>(new() { SingleReader = true });

    private readonly ZlibStreamEncoder? _zlib = isCompressed ? new() : null;

    public int Number => number;

    public GatewaySession? Session { get; set; }

    /// <summary>When the client sent frames within the last minute.</summary>
    public Queue<DateTimeOffset> Received { get; } = new();

    /// <summary>Set once the fake has closed it; what still comes is not looked at.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Text frames are cut into pieces of this size, if set.</summary>
    public int? FragmentBytes { get; set; }

    /// <summary>From now on the session's events come here.</summary>
    public void Carry(GatewaySession session, Recorder recorder, bool isResumed)
    {
        session.Connection = this;
        Session = session;
        recorder.Update(number, recorded => recorded with { SessionId = session.Id, IsResumed = isResumed });
    }

    public Task SendText(string json) => Enqueue(() => _zlib is null
        ? WriteAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text)
        : WriteAsync(_zlib.Encode(json), WebSocketMessageType.Binary));

    public Task Send(int op, JsonNode? data = null) =>
        SendText(new JsonObject { ["t"] = null, ["s"] = null, ["op"] = op, ["d"] = data }.ToJsonString());

    /// <summary>Sends a binary message as it is, whatever the compression.</summary>
    public Task SendBinary(byte[] bytes) => Enqueue(() => WriteAsync(bytes, WebSocketMessageType.Binary));

    /// <summary>Sends bytes that need not be WebSocket frames at all.</summary>
    public Task SendBytes(byte[] bytes) => Enqueue(() => wire.WriteAsync(bytes).AsTask());

    /// <summary>Answers the client's own close.</summary>
    public Task SendCloseReply() => Enqueue(() => socket.CloseOutputAsync(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, default));

    public Task Close(int code, string? reason)
    {
        IsClosed = true;
        return Enqueue(() => socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, default));
    }

    /// <summary>Cuts the TCP connection without a word.</summary>
    public void Drop()
    {
        IsClosed = true;
        abort();
    }

    public void GoSilent() => wire.IsSilent = true;

    /// <summary>Writes until <see cref="StopWriting" />.</summary>
    public async Task WriteAllAsync()
    {
        await foreach (var (write, done) in _outgoing.Reader.ReadAllAsync())
        {
            try
            {
                await write();
            }
            catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
            {
                // The client has gone. What was said to it is kept by its session.
            }

            done.SetResult();
        }
    }

    public void StopWriting() => _outgoing.Writer.TryComplete();

    /// <summary>The next whole message, or null when the client has closed.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }

    public int? ClientCloseCode => (int?)socket.CloseStatus;

    public void Dispose()
    {
        _zlib?.Dispose();
        socket.Dispose();
    }

    private Task Enqueue(Func<Task> write)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _outgoing.Writer.TryWrite((write, done)) ? done.Task : Task.CompletedTask;
    }

    private async Task WriteAsync(byte[] message, WebSocketMessageType type)
    {
        var size = FragmentBytes ?? Math.Max(message.Length, 1);
        for (var start = 0; start < message.Length; start += size)
        {
            var end = Math.Min(start + size, message.Length);
            await socket.SendAsync(message.AsMemory(start..end), type, endOfMessage: end == message.Length, default);
        }
    }
}
