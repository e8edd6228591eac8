using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <content>What a test makes the gateway do.</content>
public sealed partial class FakeGateway
{
    private (int Code, int Left) _refusal;
    private int _invalidIdentifies;

    /// <summary>Closes on IDENTIFY with this code, so many times.</summary>
    public void RefuseIdentify(int closeCode, int times = int.MaxValue) => _refusal = (closeCode, times);

    /// <summary>Answers IDENTIFY with op 9, false, so many times.</summary>
    public void InvalidateIdentify(int times) => _invalidIdentifies = times;

    /// <summary>Forgets all sessions: whoever tries to resume gets op 9, false.</summary>
    public void ForgetSessions()
    {
        lock (_world.Gate)
        {
            _sessions.Clear();
        }
    }

    /// <summary>Op 1: asks for a heartbeat at once.</summary>
    public Task RequestHeartbeatAsync() => ToAll(connection => connection.Send(Opcode.Heartbeat));

    /// <summary>Op 7: tells the clients to reconnect and resume.</summary>
    public Task ReconnectAsync() => ToAll(connection => connection.Send(Opcode.Reconnect));

    /// <summary>Op 9: the session is invalid; it can be resumed, or is forgotten. The client may go on on the same connection.</summary>
    public Task InvalidateAsync(bool canResume) => ToAll(connection =>
    {
        if (!canResume && connection.Session is { } session)
        {
            _sessions.Remove(session.Id);
        }

        Detach(connection);
        connection.Session = null;
        return connection.Send(Opcode.InvalidSession, canResume);
    });

    /// <summary>Closes the connections with a code.</summary>
    public Task CloseAsync(int code, string? reason = null) => ToAll(connection => Close(connection, code, reason));

    /// <summary>Cuts the TCP connections without a close.</summary>
    public Task DropAsync() => ToAll(connection =>
    {
        Detach(connection);
        connection.Drop();
        return Task.CompletedTask;
    });

    /// <summary>The connections of now stay open, but nothing goes through any more, not even pongs: half-open.</summary>
    public Task GoSilentAsync() => ToAll(connection =>
    {
        connection.GoSilent();
        return Task.CompletedTask;
    });

    /// <summary>Sends any text as a gateway message, compressed where that was agreed.</summary>
    public Task SendTextAsync(string text) => ToAll(connection => connection.SendText(text));

    /// <summary>Sends a binary WebSocket message as it is.</summary>
    public Task SendBinaryAsync(byte[] message) => ToAll(connection => connection.SendBinary(message));

    /// <summary>Sends bytes below the WebSocket, which need not make frames.</summary>
    public Task SendBytesAsync(byte[] bytes) => ToAll(connection => connection.SendBytes(bytes));

    /// <summary>Sends any event to all sessions, or to those of one shard; sessions without a connection get it on resume.</summary>
    public Task DispatchAsync(string type, JsonNode data, int? shard = null)
    {
        lock (_world.Gate)
        {
            return Task.WhenAll(_sessions.Values.Where(session => shard is null || session.Shard == shard).Select(session => session.Dispatch(type, data)).ToList());
        }
    }

    /// <summary>Sends the last event of every session again, so many times, as it was.</summary>
    public Task ReplayAsync(int times = 1)
    {
        lock (_world.Gate)
        {
            return Task.WhenAll(_sessions.Values.SelectMany(session => Enumerable.Range(0, times).Select(_ => session.ReplayLast())).ToList());
        }
    }

    private Task ToAll(Func<GatewayConnection, Task> act)
    {
        lock (_world.Gate)
        {
            return Task.WhenAll(_connections.Where(connection => !connection.IsClosed).ToList().Select(act).ToList());
        }
    }
}
