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

    private FakeChannel NewChannel(int type) => new(_world.Ids.Next(), type);

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
