using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A session: outlives its connection, and keeps every event for a resume.</summary>
internal sealed class GatewaySession(string id, int shard, int shardCount, long intents)
{
    private readonly List<(long Sequence, string Frame)> _history = [];

    public string Id => id;

    public int Shard => shard;

    public long Intents => intents;

    public long Sequence { get; private set; }

    /// <summary>The connection that carries it now, if any.</summary>
    public GatewayConnection? Connection { get; set; }

    public bool IsResponsibleFor(string? guildId) => guildId is null ? shard == 0 : Snowflakes.ShardOf(guildId, shardCount) == shard;

    public bool Wants(string type, bool isInGuild) => Discord.Intents.NeededFor(type, isInGuild) is var needed && (intents & needed) == needed;

    /// <summary>Sends an event, now or at the next resume.</summary>
    public Task Dispatch(string type, JsonNode data)
    {
        Sequence++;
        JsonObject frame = new() { ["t"] = type, ["s"] = Sequence, ["op"] = Opcode.Dispatch, ["d"] = data.DeepClone() };
        _history.Add((Sequence, frame.ToJsonString()));
        return Connection?.SendText(_history[^1].Frame) ?? Task.CompletedTask;
    }

    /// <summary>Sends again what came after a sequence number.</summary>
    public void ReplaySince(long sequence)
    {
        foreach (var missed in _history.Where(sent => sent.Sequence > sequence).ToList())
        {
            Connection?.SendText(missed.Frame);
        }
    }

    /// <summary>Sends the last event again, with the same sequence number.</summary>
    public Task ReplayLast() => Connection?.SendText(_history[^1].Frame) ?? Task.CompletedTask;
}
