using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace MLCareerBot.Discord.Platform;

/// <summary>Which servers the bot is in. Ids alone: channels, roles and people are nobody's business.</summary>
internal sealed class GuildRoster
{
    private readonly ConcurrentDictionary<string, bool> _isMember = new(StringComparer.Ordinal);

    /// <summary>How many servers the bot is in, those in an outage included.</summary>
    public int Count => _isMember.Count(guild => guild.Value);

    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> Ids => [.. _isMember.Where(guild => guild.Value).Select(guild => guild.Key)];

    /// <summary>Takes the list that a new session begins with: a server of that shard that is not on it has thrown the bot out.</summary>
    /// <returns>Ids of those that have.</returns>
    public IReadOnlyList<string> Learn(JsonElement ready)
    {
        if (ready.ValueKind != JsonValueKind.Object || !ready.TryGetProperty("guilds", out var guilds) || guilds.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var now = guilds.EnumerateArray().Select(IdOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<string> left = [.. Ids.Where(id => !now.Contains(id) && IsOfShard(id, ready))];
        foreach (var id in left)
        {
            _isMember[id] = false;
        }

        foreach (var id in now)
        {
            _isMember[id] = true;
        }

        return left;
    }

    /// <summary>The bot was added, or the server is back from an outage.</summary>
    public void Add(JsonElement guild)
    {
        if (IdOf(guild) is { } id)
        {
            _isMember[id] = true;
        }
    }

    /// <summary>The bot was removed; a server that is <c>unavailable</c> has an outage, which changes nothing.</summary>
    public void Remove(JsonElement guild)
    {
        var isOutage = guild.ValueKind == JsonValueKind.Object && guild.TryGetProperty("unavailable", out var unavailable) && unavailable.ValueKind == JsonValueKind.True;
        if (!isOutage && IdOf(guild) is { } id)
        {
            _isMember[id] = false;
        }
    }

    /// <summary>True if the bot was in this server and was removed.</summary>
    public bool HasLeft(string? guild) => guild is not null && _isMember.TryGetValue(guild, out var isMember) && !isMember;

    // https://discord.com/developers/docs/events/gateway#sharding-sharding-formula; a bot with one shard may not be told of it.
    private static bool IsOfShard(string id, JsonElement ready) =>
        !ready.TryGetProperty("shard", out var shard) || shard.ValueKind != JsonValueKind.Array
        || (shard.EnumerateArray().ToList() is [{ ValueKind: JsonValueKind.Number } number, { ValueKind: JsonValueKind.Number } count]
            && number.TryGetInt64(out var mine) && count.TryGetInt64(out var all) && all > 0
            && long.TryParse(id, CultureInfo.InvariantCulture, out var guild) && (guild >> 22) % all == mine);

    private static string? IdOf(JsonElement guild) =>
        guild.ValueKind == JsonValueKind.Object && guild.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
