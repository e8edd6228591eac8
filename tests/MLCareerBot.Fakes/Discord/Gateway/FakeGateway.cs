using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>The gateway: how it is set up, and the script of what it does to its clients.</summary>
public sealed class FakeGateway
{
    private readonly World _world;
    private readonly Recorder _recorder;
    private readonly List<GatewayConnection> _connections = [];
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private (int Code, int Left) _refusal;
    private int _invalidIdentifies;

    internal FakeGateway(World world, Recorder recorder) => (_world, _recorder) = (world, recorder);

    /// <summary>Where to connect first.</summary>
    public Uri Address { get; internal set; } = new("ws://127.0.0.1");

    /// <summary>Where to connect for a resume; another one, so that a mix-up shows.</summary>
    public Uri ResumeAddress => new($"{Address.OriginalString}/resume");

    /// <summary>How often clients are told to send a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Whether heartbeats are answered.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>Whether new connections are let in, or refused with 503.</summary>
    public bool AcceptsConnections { get; set; } = true;

    /// <summary>Whether a new connection is greeted with HELLO.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>Whether IDENTIFY is answered with READY, or with nothing.</summary>
    public bool AnswersIdentify { get; set; } = true;

    /// <summary>Whether sessions can be resumed, or are answered with op 9, false.</summary>
    public bool AcceptsResume { get; set; } = true;

    /// <summary>Whether READY has the undocumented <c>private_channels</c>, which some clients need.</summary>
    public bool SendsPrivateChannels { get; set; } = true;

    /// <summary>Whether identifying faster than allowed is answered with op 9, false.</summary>
    public bool EnforcesMaxConcurrency { get; set; }

    /// <summary>The intents that this bot may ask for: all but the privileged ones.</summary>
    public long AllowedIntents { get; set; } = Intents.Known & ~Intents.Privileged;

    /// <summary>When set, messages on new connections are cut into WebSocket fragments of this size.</summary>
    public int? FragmentBytes { get; set; }

    /// <summary>How many shards <c>gateway/bot</c> recommends.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Identifying with fewer shards is closed with 4011.</summary>
    public int MinimumShards { get; set; } = 1;

    /// <summary>What <c>gateway/bot</c> says about the sessions left to start; each IDENTIFY takes one.</summary>
    public SessionStarts SessionStarts { get; set; } = SessionStarts.Ordinary;

    /// <summary>How many sessions are connected and ready now.</summary>
    public int ReadySessions
    {
        get
        {
            lock (_world.Gate)
            {
                return _sessions.Values.Count(session => session.Connection is not null);
            }
        }
    }

    /// <summary>How many connections are open now, whether or not they got as far as a session.</summary>
    public int OpenConnections
    {
        get
        {
            lock (_world.Gate)
            {
                return _connections.Count(connection => !connection.IsClosed);
            }
        }
    }

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

    /// <summary>Sends an event that belongs to a guild, or to none, to the sessions that are to get it.</summary>
    internal Task Dispatch(string type, string? guildId, Func<GatewaySession, JsonNode> data) => Task.WhenAll(_sessions.Values
        .Where(session => session.IsResponsibleFor(guildId) && session.Wants(type, guildId is not null))
        .Select(session => session.Dispatch(type, data(session)))
        .ToList());

    /// <summary>Tells of a message, to each session as much as it may know.</summary>
    internal Task Announce(string type, FakeChannel channel, JsonObject message, FakeUser? author = null)
    {
        var isKnown = channel.GuildId is { } guild ? _world.Guilds.ContainsKey(guild) : channel.Type == FakeChannel.DirectType;
        return isKnown
            ? Dispatch(type, channel.GuildId, session => MessageForm.For(session, _world, channel, message, author))
            : Task.CompletedTask;
    }

    internal void Add(GatewaySession session) => _sessions[session.Id] = session;

    internal GatewaySession? FindSession(string? id) => _sessions.GetValueOrDefault(id ?? "");

    internal void Add(GatewayConnection connection) => _connections.Add(connection);

    internal Task Close(GatewayConnection connection, int code, string? reason)
    {
        _recorder.Update(connection.Number, recorded => recorded with { ServerCloseCode = code });
        if (CloseCode.EndsSession(code) && connection.Session is { } session)
        {
            _sessions.Remove(session.Id);
        }

        Detach(connection);
        return connection.Close(code, reason);
    }

    /// <summary>The connection has gone, whoever ended it.</summary>
    internal void Ended(GatewayConnection connection)
    {
        // Discord keeps a session for a while, unless the client said good-bye with one of these.
        if (!connection.IsClosed && connection.ClientCloseCode is 1000 or 1001 && connection.Session is { } session)
        {
            _sessions.Remove(session.Id);
        }

        Detach(connection);
        _connections.Remove(connection);
    }

    internal int? TakeRefusal()
    {
        if (_refusal.Left == 0)
        {
            return null;
        }

        _refusal = _refusal with { Left = _refusal.Left == int.MaxValue ? int.MaxValue : _refusal.Left - 1 };
        return _refusal.Code;
    }

    internal bool TakeInvalidIdentify() => _invalidIdentifies > 0 && _invalidIdentifies-- > 0;

    private static void Detach(GatewayConnection connection)
    {
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Connection = null;
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
