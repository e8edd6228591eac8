using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>How the gateway reacts to a client's frames. Called with the world's gate held.</summary>
internal sealed class GatewayProtocol(World world, FakeGateway gateway, Recorder recorder)
{
    private const int MostFrameBytes = 4096;
    private const int MostSendsPerMinute = 120;

    private static readonly TimeSpan ConcurrencyWindow = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, DateTimeOffset> _lastIdentify = [];

    public void Opened(GatewayConnection connection)
    {
        if (gateway.SaysHello)
        {
            connection.Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = (int)gateway.HeartbeatInterval.TotalMilliseconds });
        }
    }

    public void Handle(GatewayConnection connection, byte[] frame)
    {
        var json = JsonReading.Parse(frame);
        var op = (int)(json.Number("op") ?? -1);
        var data = (json as JsonObject)?["d"];
        recorder.Add(new RecordedFrame(connection.Number, world.Now, op, data?.DeepClone(), frame.Length));

        if (frame.Length > MostFrameBytes || op == -1)
        {
            gateway.Close(connection, CloseCode.DecodeError, "Error while decoding payload.");
        }
        else if (SendsTooMuch(connection))
        {
            gateway.Close(connection, CloseCode.RateLimited, "Rate limited.");
        }
        else
        {
            React(connection, op, data);
        }
    }

    private bool SendsTooMuch(GatewayConnection connection)
    {
        var now = world.Now;
        connection.Received.Enqueue(now);
        while (connection.Received.Peek() <= now - TimeSpan.FromMinutes(1))
        {
            connection.Received.Dequeue();
        }

        return connection.Received.Count > MostSendsPerMinute;
    }

    private void React(GatewayConnection connection, int op, JsonNode? data)
    {
        switch (op)
        {
            case Opcode.Heartbeat when gateway.AcknowledgesHeartbeats:
                connection.Send(Opcode.HeartbeatAck);
                break;
            case Opcode.Heartbeat:
                break;
            case Opcode.Identify:
                Identify(connection, data);
                break;
            case Opcode.Resume:
                Resume(connection, data);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers when connection.Session is null:
                gateway.Close(connection, CloseCode.NotAuthenticated, "Not authenticated.");
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers:
                break;
            default:
                gateway.Close(connection, CloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Identify(GatewayConnection connection, JsonNode? data)
    {
        gateway.SessionStarts = gateway.SessionStarts with { Remaining = Math.Max(0, gateway.SessionStarts.Remaining - 1) };
        if (Refuse(connection, data) is var (code, reason) && code != 0)
        {
            gateway.Close(connection, code, reason);
        }
        else if (gateway.TakeInvalidIdentify() || IsTooSoon(data))
        {
            connection.Send(Opcode.InvalidSession, false);
        }
        else if (gateway.AnswersIdentify)
        {
            Start(connection, data);
        }
    }

    private (int Code, string Reason) Refuse(GatewayConnection connection, JsonNode? data)
    {
        var (shard, count) = ShardOf(data);
        return (data, gateway.TakeRefusal()) switch
        {
            (_, { } scripted) => (scripted, "Refused."),
            _ when connection.Session is not null => (CloseCode.AlreadyAuthenticated, "Already authenticated."),
            _ when data.Text("token") is not { } token || data.Object("properties") is null || data.Number("intents") is null => (CloseCode.DecodeError, "Error while decoding payload."),
            _ when data.Text("token") != world.Token => (CloseCode.AuthenticationFailed, "Authentication failed."),
            _ when shard < 0 || shard >= count => (CloseCode.InvalidShard, "Invalid shard."),
            _ when count < gateway.MinimumShards => (CloseCode.ShardingRequired, "Sharding required."),
            _ when (data.Number("intents") & ~Intents.Known) != 0 => (CloseCode.InvalidIntents, "Invalid intent(s)."),
            _ when (data.Number("intents") & ~gateway.AllowedIntents) != 0 => (CloseCode.DisallowedIntents, "Disallowed intent(s)."),
            _ => (0, ""),
        };
    }

    private bool IsTooSoon(JsonNode? data)
    {
        var key = ShardOf(data).Shard % gateway.SessionStarts.MaxConcurrency;
        var isTooSoon = gateway.EnforcesMaxConcurrency
            && _lastIdentify.TryGetValue(key, out var last) && world.Now - last < ConcurrencyWindow;
        _lastIdentify[key] = world.Now;
        return isTooSoon;
    }

    private void Start(GatewayConnection connection, JsonNode? data)
    {
        var (shard, count) = ShardOf(data);
        var session = new GatewaySession(Guid.NewGuid().ToString("N"), shard, count, data.Number("intents") ?? 0);
        Attach(connection, session, isResumed: false);
        gateway.Add(session);

        var guilds = world.Guilds.Values.Where(guild => session.IsResponsibleFor(guild.Id)).ToList();
        session.Dispatch("READY", Ready(session, guilds, count));
        foreach (var guild in guilds.Where(_ => session.Wants("GUILD_CREATE", isInGuild: true)))
        {
            session.Dispatch("GUILD_CREATE", GuildForm.Of(world, guild));
        }
    }

    private JsonObject Ready(GatewaySession session, List<FakeGuild> guilds, int count)
    {
        JsonObject ready = new()
        {
            ["v"] = 10,
            ["session_type"] = "normal",
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = gateway.ResumeAddress.OriginalString,
            ["user"] = world.Bot.ToJson(),
            ["application"] = new JsonObject { ["id"] = world.ApplicationId, ["flags"] = 0 },
            ["guilds"] = guilds.Select(guild => new JsonObject { ["id"] = guild.Id, ["unavailable"] = true }).ToJsonArray(),
            ["shard"] = new JsonArray(session.Shard, count),
            ["user_settings"] = new JsonObject(),
            ["_trace"] = new JsonArray("fake"),
        };
        if (gateway.SendsPrivateChannels)
        {
            ready["private_channels"] = new JsonArray();
        }

        return ready;
    }

    private void Resume(GatewayConnection connection, JsonNode? data)
    {
        if (data.Text("token") != world.Token)
        {
            gateway.Close(connection, CloseCode.AuthenticationFailed, "Authentication failed.");
        }
        else if (!gateway.AcceptsResume || gateway.FindSession(data.Text("session_id")) is not { } session)
        {
            connection.Send(Opcode.InvalidSession, false);
        }
        else if (data.Number("seq") is not { } sequence || sequence > session.Sequence)
        {
            gateway.Close(connection, CloseCode.InvalidSequence, "Invalid seq.");
        }
        else
        {
            // A session has one connection: another that it had, perhaps half dead, is cut.
            if (session.Connection != connection)
            {
                session.Connection?.Drop();
            }

            Attach(connection, session, isResumed: true);
            session.ReplaySince(sequence);
            session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray("fake") });
        }
    }

    private void Attach(GatewayConnection connection, GatewaySession session, bool isResumed)
    {
        session.Connection = connection;
        connection.Session = session;
        recorder.Update(connection.Number, recorded => recorded with { SessionId = session.Id, IsResumed = isResumed });
    }

    private static (int Shard, int Count) ShardOf(JsonNode? data) => data.Array("shard") is [JsonValue shard, JsonValue count]
        && shard.TryGetValue(out int index) && count.TryGetValue(out int total) ? (index, total) : (0, 1);
}
