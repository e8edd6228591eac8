using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>IDENTIFY: what is wrong with it, or READY and the guilds. Called with the world's gate held.</summary>
internal sealed class SessionStart(World world, FakeGateway gateway, Recorder recorder)
{
    private static readonly TimeSpan ConcurrencyWindow = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, DateTimeOffset> _lastIdentify = [];

    public void Identify(GatewayConnection connection, JsonNode? data)
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
        connection.Carry(session, recorder, isResumed: false);
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

    private static (int Shard, int Count) ShardOf(JsonNode? data) => data.Array("shard") is [JsonValue shard, JsonValue count]
        && shard.TryGetValue(out int index) && count.TryGetValue(out int total) ? (index, total) : (0, 1);
}
