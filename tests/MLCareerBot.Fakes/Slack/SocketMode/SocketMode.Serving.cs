using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <content>The life of a socket, from its ticket to its end.</content>
public sealed partial class SocketMode
{
    internal async Task AcceptAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest || !Redeem(context.Request.Query["ticket"].ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var number = _recorder.AddConnection(_world.Now).Number;
        using var connection = new FakeConnection(context, socket, _recorder, number);
        try
        {
            await ServeAsync(connection, socket, stopping);
        }
        finally
        {
            End(connection, socket);
        }
    }

    private bool Redeem(string ticket)
    {
        lock (_lock)
        {
            return _tickets.Remove(ticket);
        }
    }

    private async Task ServeAsync(FakeConnection connection, WebSocket socket, CancellationToken stopping)
    {
        if (Connections.Count >= MostConnections)
        {
            await connection.DisconnectAsync(DisconnectReason.TooManyWebSockets, close: true);
        }
        else if (SaysHello)
        {
            await GreetAsync(connection);
        }

        while (await FrameReader.ReadAsync(socket, stopping) is { } frame)
        {
            Take(connection.Number, frame);
        }

        await SayGoodbyeAsync(connection, socket, stopping);
    }

    private async Task GreetAsync(FakeConnection connection)
    {
        await connection.SendAsync(new JsonObject
        {
            ["type"] = "hello",
            ["num_connections"] = Connections.Count + 1,
            ["debug_info"] = new JsonObject { ["host"] = "wss-fake-1", ["build_number"] = 1, ["approximate_connection_time"] = 18060 },
            ["connection_info"] = new JsonObject { ["app_id"] = _world.AppId },
        });
        List<Delivery> waiting;
        lock (_lock)
        {
            _connections.Add(connection);
            waiting = [.. _waiting];
            _waiting.Clear();
        }

        _recorder.UpdateConnection(connection.Number, recorded => recorded with { HasHello = true });
        foreach (var delivery in waiting)
        {
            await SendAsync(delivery);
        }
    }

    private void Take(int connection, string frame)
    {
        var now = _world.Now;
        var json = JsonReading.Parse(Encoding.UTF8.GetBytes(frame));
        var id = json.Text("envelope_id");
        if (_recorder.FindEnvelope(id) is not { } envelope)
        {
            _recorder.UpdateConnection(connection, recorded => recorded with { StrangeFrames = [.. recorded.StrangeFrames, frame] });
            return;
        }

        // Carried out before it is recorded: a test that waits for the acknowledgement then sees what came of it.
        var payload = (json as JsonObject)?["payload"];
        var problem = envelope.IsAcked ? "acknowledged twice" : _effects.Apply(envelope.Delivery, payload, now - envelope.SentAt);
        _recorder.Acknowledge(envelope.EnvelopeId, recorded => recorded with
        {
            AckedAt = recorded.AckedAt ?? now,
            AckedOn = recorded.AckedOn ?? connection,
            AckPayload = recorded.AckPayload ?? payload?.DeepClone(),
            AckCount = recorded.AckCount + 1,
            Problem = problem ?? recorded.Problem,
        });
    }

    private async Task SayGoodbyeAsync(FakeConnection connection, WebSocket socket, CancellationToken stopping)
    {
        var code = (int?)socket.CloseStatus;
        _recorder.UpdateConnection(connection.Number, recorded => recorded with { ClientCloseCode = code });
        if (socket.State == WebSocketState.CloseReceived && !connection.IsSilent)
        {
            await connection.CloseAsync(code ?? 1000);
        }

        if (code is not null && LingersAfterClose)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private void End(FakeConnection connection, WebSocket socket)
    {
        lock (_lock)
        {
            _connections.Remove(connection);
        }

        socket.Abort();
        _recorder.UpdateConnection(connection.Number, recorded => recorded with { IsOpen = false, ClosedAt = _world.Now });
        _changes.Signal();
    }
}
