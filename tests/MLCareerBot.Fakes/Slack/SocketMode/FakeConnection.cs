using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A Socket Mode connection, seen from Slack's side: what a test can do to it.</summary>
public sealed class FakeConnection : IDisposable
{
    // The bytes of an empty WebSocket ping from a server.
    private static readonly byte[] Ping = [0x89, 0x00];

    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly TamperedStream? _wire;
    private readonly Recorder _recorder;
    private readonly SemaphoreSlim _sending = new(1);

    internal FakeConnection(HttpContext context, WebSocket socket, Recorder recorder, int number)
    {
        _context = context;
        _socket = socket;
        _wire = context.Features.Get<TamperedStream>();
        _recorder = recorder;
        Number = number;
    }

    /// <summary>The first connection is number 1.</summary>
    public int Number { get; }

    /// <summary>Whether envelopes can be sent on it.</summary>
    public bool IsOpen => _socket.State == WebSocketState.Open && !IsSilent;

    /// <summary>Whether it is half open: neither side learns that the other is gone.</summary>
    public bool IsSilent => _wire is { IsSilent: true };

    /// <summary>Announces the end of the connection, and ends it only when asked to.</summary>
    public async Task DisconnectAsync(string reason, bool close = false)
    {
        _recorder.UpdateConnection(Number, connection => connection with { DisconnectReasons = [.. connection.DisconnectReasons, reason] });
        await SendAsync(new JsonObject
        {
            ["type"] = "disconnect",
            ["reason"] = reason,
            ["debug_info"] = new JsonObject { ["host"] = "wss-fake-1" },
        });
        if (close)
        {
            await CloseAsync();
        }
    }

    /// <summary>Sends a close frame.</summary>
    public async Task CloseAsync(int code = 1000, string description = "")
    {
        _recorder.UpdateConnection(Number, connection => connection with { ServerCloseCode = code });
        await GuardedAsync(() => _socket.CloseOutputAsync((WebSocketCloseStatus)code, description, CancellationToken.None));
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Abort()
    {
        _socket.Abort();
        _context.Abort();
    }

    /// <summary>From now on neither sends nor hears anything, with the connection left open.</summary>
    public void GoSilent()
    {
        if (_wire is null)
        {
            throw new InvalidOperationException("The server does not let us under this socket.");
        }

        _wire.IsSilent = true;
    }

    /// <summary>A WebSocket ping, as Slack sends them.</summary>
    public Task PingAsync() => SendRawAsync(Ping);

    /// <summary>Bytes below the protocol; they need not be valid frames.</summary>
    public Task SendRawAsync(ReadOnlyMemory<byte> bytes) =>
        GuardedAsync(() => _wire?.WriteAsync(bytes).AsTask() ?? Task.CompletedTask);

    /// <summary>A text frame that may say anything.</summary>
    public Task SendTextAsync(string text) => SendFrameAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    /// <summary>A binary frame, which Slack never sends.</summary>
    public Task SendBinaryAsync(ReadOnlyMemory<byte> bytes) => SendFrameAsync(bytes, WebSocketMessageType.Binary);

    /// <inheritdoc />
    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    internal Task SendAsync(JsonObject frame) => SendTextAsync(frame.ToJsonString());

    private Task SendFrameAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type) =>
        GuardedAsync(() => _socket.SendAsync(bytes, type, WebSocketMessageFlags.EndOfMessage, CancellationToken.None).AsTask());

    private async Task GuardedAsync(Func<Task> send)
    {
        try
        {
            await _sending.WaitAsync();
        }
        catch (ObjectDisposedException)
        {
            return; // The connection ended in the meantime.
        }

        try
        {
            await send();
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The app went away while we spoke; that shows in the record as a connection that has ended.
        }
        finally
        {
            Release();
        }
    }

    private void Release()
    {
        try
        {
            _sending.Release();
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }
}
