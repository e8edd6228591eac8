using System.Numerics;
using System.Text.Json;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>
/// What is said on one connection: hello, heartbeats, identify or resume, events
/// (https://discord.com/developers/docs/events/gateway#connection-lifecycle). Nothing in it waits.
/// </summary>
internal sealed class ShardConversation : IAsyncDisposable
{
    // For a peer that says nothing: to hello, and from there to READY, or from event to event while it replays.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly int _shard;
    private readonly GatewayRun _run;
    private readonly GatewaySession _session;
    private readonly GatewaySocket _socket;
    private readonly ShardSpeech _speech;
    private readonly ITimer _patience;
    private readonly CancellationTokenSource _over = new();
    private Heartbeat? _heartbeat;
    private Task _beating = Task.CompletedTask;
    private long? _readySince;

    /// <param name="shard">The shard's number.</param>
    /// <param name="run">What all shards share.</param>
    /// <param name="session">Gone on with, or begun.</param>
    /// <param name="socket">The open connection.</param>
    /// <param name="turn">The right to begin a session; null to resume one.</param>
    public ShardConversation(int shard, GatewayRun run, GatewaySession session, GatewaySocket socket, IdentifyTurn? turn)
    {
        (_shard, _run, _session, _socket, _speech) = (shard, run, session, socket, new(shard, run, session, socket, turn));
        _patience = run.Clock.CreateTimer(_ => socket.Leave(GatewayEnding.Silence), state: null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The last opcode sent, heartbeats aside.</summary>
    public int? LastOp => _speech.LastOp;

    /// <summary>How long the session has been live on this connection.</summary>
    public TimeSpan Lived => _readySince is { } since ? _run.Clock.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>Takes a message.</summary>
    public void Hear(ReadOnlySpan<byte> message)
    {
        if (!GatewayFrame.TryRead(message, out var frame))
        {
            PassOver(message.Length);
            return;
        }

        switch (frame.Op)
        {
            case GatewayOp.Hello: Greet(frame.Data); break;
            case GatewayOp.Heartbeat: _speech.Beat(isAsked: true); break;
            case GatewayOp.HeartbeatAck: _heartbeat?.Answered(); break;
            case GatewayOp.Reconnect: _socket.Leave(GatewayEnding.AskedToReconnect); break;
            case GatewayOp.InvalidSession: _socket.Leave(InvalidSession(frame.Data)); break;
            case GatewayOp.Dispatch: Take(frame); break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _patience.DisposeAsync();
        await _over.CancelAsync();
        await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private static GatewayEnding InvalidSession(ReadOnlySpan<byte> canResume) =>
        canResume.SequenceEqual("true"u8) ? GatewayEnding.SessionPaused : GatewayEnding.SessionRefused;

    private void Greet(ReadOnlySpan<byte> hello)
    {
        if (_heartbeat is not null || Hello.ReadInterval(hello) is not { } interval)
        {
            PassOver(hello.Length);
            return;
        }

        _patience.Change(Patience, Timeout.InfiniteTimeSpan);
        _heartbeat = new(interval, () => _speech.Beat(isAsked: false), () => _socket.Leave(GatewayEnding.Silence));
        _beating = _heartbeat.RunAsync(_run.Jitter, _run.Clock, _over.Token);
        _speech.Introduce();
    }

    private void Take(in GatewayFrame frame)
    {
        _session.Sequence = frame.Sequence ?? _session.Sequence;
        if (_readySince is null)
        {
            _patience.Change(Patience, Timeout.InfiniteTimeSpan);
        }

        if (frame.Type is not { } type || !_run.Wanted.Includes(type))
        {
            return;
        }

        var data = JsonElement.Parse(frame.Data.IsEmpty ? "null"u8 : frame.Data);
        Notice(type, data);
        _run.Dispatches.Add(new(_shard, type, data, _run.Clock.GetTimestamp()));
    }

    private void Notice(string type, JsonElement data)
    {
        if (type == WantedEvents.Ready)
        {
            _session.Begin(data);
            _run.Logger.Identified(_shard);
            BecomeReady();
        }
        else if (type == WantedEvents.Resumed)
        {
            _run.Logger.Resumed(_shard);
            BecomeReady();
        }
    }

    private void BecomeReady()
    {
        _patience.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _readySince ??= _run.Clock.GetTimestamp();
        _run.Tell(_shard, new(PlatformState.Ready, "Connected."));
    }

    // A resume brings again what was garbled on its way. Garbled a second time it is passed over, or it would come for ever.
    private void PassOver(int length)
    {
        var count = _session.CountUnreadable(out var isNew);
        if (BitOperations.IsPow2(count))
        {
            _run.Logger.Unreadable(_shard, length, count);
        }

        if (isNew)
        {
            _socket.Leave(GatewayEnding.Garbled);
        }
    }
}
