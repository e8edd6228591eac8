using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Hands out tickets, keeps the sockets, and sends each envelope to one of them in turn.</summary>
public sealed partial class SocketMode : IDisposable
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
    private ITimer? _pings;
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

    /// <summary>Pings every open socket now and then, by the fake's clock; infinite to stop. Off to begin with.</summary>
    public void PingEvery(TimeSpan interval)
    {
        _pings ??= _world.Clock.CreateTimer(_ => Ping(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _pings.Change(interval, interval);
    }

    /// <inheritdoc />
    public void Dispose() => _pings?.Dispose();

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

    private void Ping()
    {
        foreach (var connection in Connections)
        {
            // What becomes of it shows in the connection.
            _ = connection.PingAsync();
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
}
