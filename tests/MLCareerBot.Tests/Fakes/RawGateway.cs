using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A bare gateway client, which does nothing by itself.</summary>
internal sealed class RawGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _inflate;

    /// <summary>The close code that came, if any.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<RawGateway> OpenAsync(Uri address, string query = "/?v=10&encoding=json")
    {
        var gateway = new RawGateway();
        await gateway._socket.ConnectAsync(new(address.OriginalString + query), default);
        return gateway;
    }

    public Task SendAsync(int op, JsonNode? data) =>
        SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendTextAsync(string text) =>
        _socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    public Task IdentifyAsync(string token, int intents = 4609, int shard = 0, int shards = 1) => SendAsync(2, new JsonObject
    {
        ["token"] = token,
        ["intents"] = intents,
        ["shard"] = new JsonArray(shard, shards),
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" },
    });

    public Task ResumeAsync(string token, string session, long sequence) =>
        SendAsync(6, new JsonObject { ["token"] = token, ["session_id"] = session, ["seq"] = sequence });

    /// <summary>The next frame, or null when the connection is closed.</summary>
    public async Task<JsonObject?> ReceiveAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), late.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        var bytes = part.MessageType == WebSocketMessageType.Binary ? Inflate(message.ToArray()) : message.ToArray();
        return (JsonObject?)JsonNode.Parse(bytes);
    }

    /// <summary>The next frame of this event; others are passed over.</summary>
    public async Task<JsonObject> ReceiveAsync(string type)
    {
        while (await ReceiveAsync() is { } frame)
        {
            if ((string?)frame["t"] == type)
            {
                return frame;
            }
        }

        throw new InvalidOperationException($"Closed with {CloseCode} before {type}.");
    }

    /// <summary>Reads to the end and gives the close code.</summary>
    public async Task<int?> ReceiveCloseAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        return CloseCode;
    }

    public Task CloseAsync(int code) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, default);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_inflate is not null)
        {
            await _inflate.DisposeAsync();
        }

        await _compressed.DisposeAsync();
    }

    /// <summary>One zlib stream for the connection; each message ends with a flush, so it can be read to its end.</summary>
    private byte[] Inflate(byte[] message)
    {
        _compressed.SetLength(0);
        _compressed.Write(message);
        _compressed.Position = 0;
        _inflate ??= new(_compressed, CompressionMode.Decompress, leaveOpen: true);

        using var plain = new MemoryStream();
        _inflate.CopyTo(plain);
        return plain.ToArray();
    }
}
