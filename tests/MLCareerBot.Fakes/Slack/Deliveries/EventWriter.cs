using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Writes events, and lets what they tell happen in the workspace. Nothing is delivered yet.</summary>
public sealed partial class EventWriter
{
    private readonly World _world;

    internal EventWriter(World world) => _world = world;

    /// <summary>A user mentions the bot in a channel, or in a thread of it.</summary>
    public Delivery Mention(FakeUser user, FakeChannel channel, string text, string? threadTs = null)
    {
        lock (_world.Gate)
        {
            var message = Say(user, channel, $"<@{_world.Bot.Id}> {RichText.Escape(text)}", RichText.Block(text, _world.Bot.Id), threadTs);
            return OfMessage("app_mention", user, channel, message);
        }
    }

    /// <summary>A user writes to the bot alone.</summary>
    public Delivery DirectMessage(FakeUser user, string text, string? threadTs = null)
    {
        lock (_world.Gate)
        {
            return Reply(user, _world.DirectMessagesWith(user), text, threadTs);
        }
    }

    /// <summary>A user writes in a channel without mentioning the bot; with a time stamp, in that thread.</summary>
    public Delivery ChannelMessage(FakeUser user, FakeChannel channel, string text, string? threadTs = null)
    {
        lock (_world.Gate)
        {
            return Reply(user, channel, text, threadTs);
        }
    }

    /// <summary>Another bot writes.</summary>
    public Delivery BotMessage(FakeChannel channel, string text, string botId = "B0FAKEOTHER", bool asMention = false)
    {
        lock (_world.Gate)
        {
            var json = new JsonObject { ["type"] = "message", ["subtype"] = "bot_message", ["bot_id"] = botId, ["ts"] = _world.Ids.NextTs(), ["text"] = text };
            if (asMention)
            {
                json.Remove("subtype");
                json["user"] = "U0FAKEOTHER";
            }

            var message = new FakeMessage(channel.Id, json);
            _world.Messages.Add(message);
            return OfMessage(asMention ? "app_mention" : "message", null, channel, message);
        }
    }

    /// <summary>A mention that also arrives as a message: another event about the same channel and time stamp.</summary>
    public Delivery AsMessage(Delivery mention)
    {
        lock (_world.Gate)
        {
            return mention is { Channel: { } channel, Message: { } message }
                ? OfMessage("message", mention.User, channel, message)
                : throw new ArgumentException("Only a mention can be a message as well.", nameof(mention));
        }
    }

    /// <summary>The bot's own message comes back to it, as it does in direct messages.</summary>
    public Delivery Echo(FakeMessage message)
    {
        lock (_world.Gate)
        {
            return OfMessage("message", _world.Bot, _world.Known(message.ChannelId), message);
        }
    }

    /// <summary>A message event of a subtype, such as <c>message_changed</c> or <c>channel_join</c>.</summary>
    public Delivery Subtype(string subtype, FakeUser user, FakeChannel channel, JsonObject? more = null)
    {
        lock (_world.Gate)
        {
            var inner = new JsonObject
            {
                ["type"] = "message",
                ["subtype"] = subtype,
                ["user"] = user.Id,
                ["channel"] = channel.Id,
                ["channel_type"] = channel.TypeName,
                ["text"] = "",
                ["ts"] = _world.Ids.NextTs(),
                ["event_ts"] = _world.Ids.NextTs(),
            };
            foreach (var (name, value) in more ?? [])
            {
                inner[name] = value?.DeepClone();
            }

            return Wrap(inner, user, channel);
        }
    }

    /// <summary>Any event at all.</summary>
    public Delivery Other(JsonObject inner, FakeChannel? channel = null)
    {
        lock (_world.Gate)
        {
            return Wrap(Stamp(inner), null, channel);
        }
    }

    private Delivery Reply(FakeUser user, FakeChannel channel, string text, string? threadTs) =>
        OfMessage("message", user, channel, Say(user, channel, RichText.Escape(text), RichText.Block(text), threadTs));

    private FakeMessage Say(FakeUser user, FakeChannel channel, string text, JsonArray blocks, string? threadTs)
    {
        var json = new JsonObject
        {
            ["type"] = "message",
            ["user"] = user.Id,
            ["ts"] = _world.Ids.NextTs(),
            ["client_msg_id"] = Guid.NewGuid().ToString(),
            ["team"] = _world.TeamId,
            ["text"] = text,
            ["blocks"] = blocks,
        };
        if (threadTs is not null)
        {
            json["thread_ts"] = threadTs;
            json["parent_user_id"] = _world.Messages.Find(channel.Id, threadTs)?.UserId;
        }

        var message = new FakeMessage(channel.Id, json);
        _world.Messages.Add(message);
        return message;
    }

    private Delivery OfMessage(string type, FakeUser? user, FakeChannel channel, FakeMessage message)
    {
        var inner = message.Json.Copy();
        inner["type"] = type;
        inner["channel"] = channel.Id;
        inner["event_ts"] = message.Ts;
        if (type == "message")
        {
            inner["channel_type"] = channel.TypeName;
        }

        return Wrap(inner, user, channel, message);
    }

    private JsonObject Stamp(JsonObject inner)
    {
        inner["event_ts"] ??= _world.Ids.NextTs();
        return inner;
    }

    private Delivery Wrap(JsonObject inner, FakeUser? user, FakeChannel? channel, FakeMessage? message = null)
    {
        var authorization = new JsonObject
        {
            ["enterprise_id"] = null,
            ["team_id"] = _world.TeamId,
            ["user_id"] = _world.Bot.Id,
            ["is_bot"] = true,
            ["is_enterprise_install"] = false,
        };
        var payload = new JsonObject
        {
            ["token"] = "fake-verification-token",
            ["team_id"] = _world.TeamId,
            ["api_app_id"] = _world.AppId,
            ["event"] = inner,
            ["type"] = "event_callback",
            ["event_id"] = _world.Ids.Next("Ev"),
            ["event_time"] = _world.Now.ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(authorization),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = Ids.Secret(),
        };
        return new(DeliveryKind.Event, payload) { User = user, Channel = channel, Message = message };
    }
}
