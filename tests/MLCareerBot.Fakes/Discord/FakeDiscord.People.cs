using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <content>What people do on the fake Discord.</content>
public sealed partial class FakeDiscord
{
    /// <summary>Adds somebody.</summary>
    public FakeUser AddUser(string name, bool isBot = false)
    {
        lock (_world.Gate)
        {
            return _world.AddUser(name, isBot);
        }
    }

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

    /// <summary>Adds a private group that the bot is not in.</summary>
    public FakeChannel AddGroup()
    {
        lock (_world.Gate)
        {
            return _world.Add(NewChannel(FakeChannel.GroupType));
        }
    }

    /// <summary>The direct messages between a user and the bot.</summary>
    public FakeChannel DirectMessages(FakeUser user)
    {
        lock (_world.Gate)
        {
            return _world.DirectMessagesWith(user);
        }
    }

    /// <summary>A user does something with the bot.</summary>
    public async Task<SentInteraction> InteractAsync(FakeUser user, FakeChannel channel, Interaction interaction)
    {
        SentInteraction sent;
        Task sending;
        lock (_world.Gate)
        {
            var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)).Replace('+', '-').Replace('/', '_');
            var id = _world.Ids.Next();
            sent = new(id, token, new InteractionForm(_world).Of(interaction, user, channel, id, token));
            _world.Interactions.Add(Remember(sent, interaction, user, channel));
            sending = Gateway.Dispatch("INTERACTION_CREATE", channel.GuildId, _ => sent.Json);
        }

        await sending;
        return sent;
    }

    /// <summary>A user writes a message; the bot is told as much of it as it may know. Gives the message.</summary>
    public async Task<JsonObject> SayAsync(FakeChannel channel, FakeUser user, string text, JsonObject? replyTo = null, string? webhookId = null)
    {
        JsonObject message;
        Task sending;
        lock (_world.Gate)
        {
            message = Write(channel, user, text, replyTo);
            if (webhookId is not null)
            {
                message["webhook_id"] = webhookId;
            }

            _world.Messages.Add(message);
            sending = Gateway.Announce("MESSAGE_CREATE", channel, message, webhookId is null ? user : null);
        }

        await sending;
        return message.Copy();
    }

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

    private FakeChannel NewChannel(int type) => new(_world.Ids.Next(), type);

    /// <summary>Guilds are spread over the shards by the time in their ids, so each gets a time of its own.</summary>
    private string NewGuildId() => (ulong.Parse(_world.Ids.Next()) + ((ulong)RandomNumberGenerator.GetInt32(1 << 20) << 22)).ToString();

    private InteractionState Remember(SentInteraction sent, Interaction interaction, FakeUser user, FakeChannel channel) => new()
    {
        Id = sent.Id,
        Token = sent.Token,
        Type = interaction.Type,
        SentAt = _world.Now,
        Channel = channel,
        User = user,
        IsUserInstallOnly = InteractionForm.IsUserInstallOnly(interaction, channel),
        Source = interaction.Message is { } message
            ? _world.Messages.Find(message.Text("channel_id") ?? channel.Id, message.Text("id") ?? "") ?? message.Copy()
            : null,
    };

    private JsonObject Write(FakeChannel channel, FakeUser user, string text, JsonObject? replyTo)
    {
        JsonObject body = new() { ["content"] = text };
        if (replyTo is not null)
        {
            body["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["message_id"] = replyTo.Text("id"),
                ["channel_id"] = channel.Id,
                ["guild_id"] = channel.GuildId,
            };
        }

        var message = new MessageWriter(_world).Write(channel, user, body);
        if (replyTo?.Object("author") is { } author)
        {
            message["referenced_message"] = replyTo.DeepClone();
            Mention(message, author);
        }

        return message;
    }

    /// <summary>A reply pings the one who is replied to.</summary>
    private static void Mention(JsonObject message, JsonObject author)
    {
        if (message.Items("mentions").All(user => user.Text("id") != author.Text("id")))
        {
            message.Array("mentions")!.Add(author.DeepClone()); // Written with every message.
        }
    }
}
