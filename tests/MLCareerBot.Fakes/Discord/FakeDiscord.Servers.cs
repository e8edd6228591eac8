using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <content>The servers on the fake Discord, and what happens to them.</content>
public sealed partial class FakeDiscord
{
    /// <summary>Adds a server that the bot is in; connected sessions are told that it joined.</summary>
    public FakeGuild AddGuild(string name, string locale = "en-US")
    {
        lock (_world.Gate)
        {
            var guild = new FakeGuild(NewGuildId(), name) { Locale = locale };
            Join(guild);
            return guild;
        }
    }

    /// <summary>Adds a server that belongs to one certain shard of so many.</summary>
    public FakeGuild AddGuildOnShard(string name, int shard, int shardCount)
    {
        lock (_world.Gate)
        {
            var id = NewGuildId();
            while (Snowflakes.ShardOf(id, shardCount) != shard)
            {
                id = NewGuildId();
            }

            var guild = new FakeGuild(id, name);
            Join(guild);
            return guild;
        }
    }

    /// <summary>Adds a text channel.</summary>
    public FakeChannel AddChannel(FakeGuild guild, string name) =>
        Tell("CHANNEL_CREATE", NewChannel(FakeChannel.TextType) with { Name = name, GuildId = guild.Id });

    /// <summary>Adds a thread to a channel.</summary>
    public FakeChannel AddThread(FakeChannel channel, string name) =>
        Tell("THREAD_CREATE", NewChannel(FakeChannel.ThreadType) with { Name = name, GuildId = channel.GuildId, ParentId = channel.Id });

    /// <summary>The bot is thrown out of a server.</summary>
    public Task KickAsync(FakeGuild guild) => GuildDelete(guild, isOutage: false);

    /// <summary>A server goes down; the bot is still in it.</summary>
    public Task OutageAsync(FakeGuild guild) => GuildDelete(guild, isOutage: true);

    /// <summary>A server is back after an outage, or takes the bot in again.</summary>
    public Task ReturnAsync(FakeGuild guild)
    {
        lock (_world.Gate)
        {
            return Join(guild);
        }
    }

    /// <summary>Somebody changes what may be done in a channel, by everybody where no user is named.</summary>
    /// <returns>The channel as it is now.</returns>
    public FakeChannel Overwrite(FakeChannel channel, ulong deny, FakeUser? user = null, ulong allow = 0) => Tell("CHANNEL_UPDATE", channel with
    {
        Overwrites = new Dictionary<string, (ulong, ulong)>(channel.Overwrites) { [user?.Id ?? channel.GuildId ?? ""] = (allow, deny) },
    });

    /// <summary>Somebody deletes a channel.</summary>
    public Task DeleteChannelAsync(FakeChannel channel)
    {
        lock (_world.Gate)
        {
            _world.Channels.Remove(channel.Id);
            return Gateway.Dispatch(channel.Type == FakeChannel.ThreadType ? "THREAD_DELETE" : "CHANNEL_DELETE", channel.GuildId, _ => channel.ToJson());
        }
    }

    /// <summary>Somebody changes what the bot may do in a server.</summary>
    public Task ChangePermissionsAsync(FakeGuild guild, ulong botPermissions)
    {
        lock (_world.Gate)
        {
            var changed = guild with { BotPermissions = botPermissions };
            _world.Guilds[guild.Id] = changed;
            return Gateway.Dispatch("GUILD_ROLE_UPDATE", guild.Id, _ => new JsonObject { ["guild_id"] = guild.Id, ["role"] = changed.EveryoneRole });
        }
    }

    private Task Join(FakeGuild guild)
    {
        _world.Guilds[guild.Id] = guild;
        return Gateway.Dispatch("GUILD_CREATE", guild.Id, _ => GuildForm.Of(_world, guild));
    }

    private Task GuildDelete(FakeGuild guild, bool isOutage)
    {
        lock (_world.Gate)
        {
            JsonObject data = new() { ["id"] = guild.Id };
            if (isOutage)
            {
                data["unavailable"] = true;
            }
            else
            {
                _world.Guilds.Remove(guild.Id);
            }

            return Gateway.Dispatch("GUILD_DELETE", guild.Id, _ => data);
        }
    }

    private FakeChannel Tell(string type, FakeChannel channel)
    {
        lock (_world.Gate)
        {
            Gateway.Dispatch(type, channel.GuildId, _ => channel.ToJson());
            return _world.Add(channel);
        }
    }

    /// <summary>Guilds are spread over the shards by the time in their ids, so each gets a time of its own.</summary>
    private string NewGuildId() => (ulong.Parse(_world.Ids.Next()) + ((ulong)RandomNumberGenerator.GetInt32(1 << 20) << 22)).ToString();
}
