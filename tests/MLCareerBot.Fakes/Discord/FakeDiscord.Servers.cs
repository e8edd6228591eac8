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

    /// <summary>Adds a channel, for text unless another kind is named.</summary>
    public FakeChannel AddChannel(FakeGuild guild, string name, int type = FakeChannel.TextType) =>
        Tell("CHANNEL_CREATE", NewChannel(type) with { Name = name, GuildId = guild.Id });

    /// <summary>Adds a thread to a channel, a public one unless another kind is named.</summary>
    public FakeChannel AddThread(FakeChannel channel, string name, int type = FakeChannel.ThreadType) =>
        Tell("THREAD_CREATE", NewChannel(type) with { Name = name, GuildId = channel.GuildId, ParentId = channel.Id });

    /// <summary>Somebody joins a thread.</summary>
    /// <returns>The thread as it is now.</returns>
    public FakeChannel Join(FakeChannel thread, FakeUser user) => Tell("THREAD_UPDATE", thread with { ThreadMembers = [.. thread.ThreadMembers, user.Id] });

    /// <summary>A moderator locks a thread.</summary>
    /// <returns>The thread as it is now.</returns>
    public FakeChannel Lock(FakeChannel thread) => Tell("THREAD_UPDATE", thread with { IsLocked = true });

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

    /// <summary>Somebody deletes a channel.</summary>
    public Task DeleteChannelAsync(FakeChannel channel)
    {
        lock (_world.Gate)
        {
            _world.Channels.Remove(channel.Id);
            return Gateway.Dispatch(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", channel.GuildId, _ => channel.ToJson());
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
