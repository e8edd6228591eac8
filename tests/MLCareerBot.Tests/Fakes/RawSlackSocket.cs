using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A bare Socket Mode client, which does nothing by itself.</summary>
internal sealed class RawSlackSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    /// <summary>The close code that came, if any.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Gets a ticket, connects and takes in the hello.</summary>
    public static async Task<RawSlackSocket> ConnectAsync(FakeSlack slack, RawSlackApi api)
    {
        var ticket = await api.CallAsync("apps.connections.open", token: slack.AppToken);
        var socket = await OpenAsync(new((string)ticket.Body["url"]!)); // It is there when all is well.
        Assert.Equal("hello", (string?)(await socket.ReceiveAsync())!["type"]);
        return socket;
    }

    public static async Task<RawSlackSocket> OpenAsync(Uri address)
    {
        var socket = new RawSlackSocket();
        await socket._socket.ConnectAsync(address, default);
        return socket;
    }

    /// <summary>The next frame, or null when the connection has ended.</summary>
    public async Task<JsonNode?> ReceiveAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), late.Token);
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(message.ToArray());
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>The next envelope, acknowledged.</summary>
    public async Task<JsonNode> TakeAsync(JsonNode? payload = null)
    {
        var envelope = (await ReceiveAsync())!; // The connection is open in the tests that call this.
        await AcknowledgeAsync(envelope, payload);
        return envelope;
    }

    public Task AcknowledgeAsync(JsonNode envelope, JsonNode? payload = null)
    {
        var ack = new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.DeepClone() };
        if (payload is not null)
        {
            ack["payload"] = payload;
        }

        return SendAsync(ack.ToJsonString());
    }

    public Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    public Task CloseAsync() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);

    public void Dispose() => _socket.Dispose();
}
