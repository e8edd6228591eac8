using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Hands out tickets, keeps the sockets, and sends each envelope to one of them in turn.</summary>
public sealed class SocketMode
{
    internal const string Path = "/link/";

    private readonly Lock _lock = new();
    private readonly World _world;
    private readonly Recorder _recorder;
    private readonly Changes _changes;
    private readonly AckEffects _effects;
    private readonly HashSet<string> _tickets = [];
    private readonly List<FakeConnection> _connections = [];
    private readonly Queue<Delivery> _waiting = [];
    private int _turn;

    internal SocketMode(World world, Recorder recorder, Changes changes, AckEffects effects)
    {
        _world = world;
        _recorder = recorder;
        _changes = changes;
        _effects = effects;
    }

    /// <summary>More sockets than this are turned away.</summary>
    public int MostConnections { get; set; } = 10;

    /// <summary>Whether a new socket gets its hello.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>Whether TCP stays open after the close handshake, as Slack's does.</summary>
    public bool LingersAfterClose { get; set; }

    /// <summary>The connections that envelopes can go to, oldest first.</summary>
    public IReadOnlyList<FakeConnection> Connections
    {
        get
        {
            lock (_lock)
            {
                return [.. _connections.Where(connection => connection.IsOpen)];
            }
        }
    }

    internal ApiMethod OpenMethod => new("apps.connections.open", _ => Open(), TokenKind.App);

    /// <summary>
    /// Sends to the connection whose turn it is. With none open, an event waits for one, and false comes back
    /// for all else: Slack tells the user at once that the app did not answer.
    /// </summary>
    internal async Task<bool> SendAsync(Delivery delivery, int retryAttempt = 0, string? retryReason = null)
    {
        if (Next(delivery) is not { } connection)
        {
            return false;
        }

        var envelope = new RecordedEnvelope
        {
            EnvelopeId = Guid.NewGuid().ToString(),
            Delivery = delivery,
            Connection = connection.Number,
            SentAt = _world.Now,
            RetryAttempt = retryAttempt,
            RetryReason = retryReason,
        };
        _recorder.Add(envelope);
        await connection.SendAsync(Write(envelope));
        return true;
    }

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

    private ApiAnswer Open()
    {
        var ticket = Ids.Secret();
        lock (_lock)
        {
            _tickets.Add(ticket);
        }

        var address = new UriBuilder(new Uri(_world.Address, Path)) { Scheme = "ws", Query = $"ticket={ticket}&app_id={_world.AppId}" };
        return ApiAnswer.Ok(new() { ["url"] = address.Uri.AbsoluteUri });
    }

    private bool Redeem(string ticket)
    {
        lock (_lock)
        {
            return _tickets.Remove(ticket);
        }
    }

    private FakeConnection? Next(Delivery delivery)
    {
        lock (_lock)
        {
            var open = Connections;
            if (open.Count > 0)
            {
                return open[_turn++ % open.Count];
            }

            if (delivery.Kind == DeliveryKind.Event)
            {
                _waiting.Enqueue(delivery);
            }

            return null;
        }
    }

    private static JsonObject Write(RecordedEnvelope envelope)
    {
        var json = new JsonObject
        {
            ["envelope_id"] = envelope.EnvelopeId,
            ["payload"] = envelope.Delivery.Payload.DeepClone(),
            ["type"] = envelope.Delivery.EnvelopeType,
            ["accepts_response_payload"] = envelope.Delivery.AcceptsResponse,
        };
        if (envelope.Delivery.Kind == DeliveryKind.Event)
        {
            json["retry_attempt"] = envelope.RetryAttempt;
            json["retry_reason"] = envelope.RetryReason ?? "";
        }

        return json;
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
        _recorder.UpdateEnvelope(envelope.EnvelopeId, recorded => recorded with
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
