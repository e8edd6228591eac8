using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Writes events, and lets what they tell happen in the workspace. Nothing is delivered yet.</summary>
public sealed class EventWriter
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

    /// <summary>A user looks at the bot's App Home, on the home or the messages tab.</summary>
    public Delivery AppHomeOpened(FakeUser user, string tab = "home")
    {
        lock (_world.Gate)
        {
            var channel = _world.DirectMessagesWith(user);
            var inner = Stamp(new() { ["type"] = "app_home_opened", ["user"] = user.Id, ["channel"] = channel.Id, ["tab"] = tab });
            if (_world.Views.HomesOf(user.Id).LastOrDefault() is { } home)
            {
                inner["view"] = home.Json.DeepClone();
            }

            return Wrap(inner, user, channel);
        }
    }

    /// <summary>A user opens the assistant's pane: a new thread in the direct messages.</summary>
    public Delivery AssistantThreadStarted(FakeUser user, FakeChannel? context = null) => Assistant("assistant_thread_started", user, context, null);

    /// <summary>The user looks at another channel while the pane is open.</summary>
    public Delivery AssistantThreadContextChanged(FakeUser user, FakeChannel context, string threadTs) =>
        Assistant("assistant_thread_context_changed", user, context, threadTs);

    /// <summary>The app was removed from the workspace.</summary>
    public Delivery AppUninstalled() => Other(new() { ["type"] = "app_uninstalled" });

    /// <summary>The bot's token was revoked.</summary>
    public Delivery TokensRevoked() => Other(new()
    {
        ["type"] = "tokens_revoked",
        ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(_world.Bot.Id) },
    });

    /// <summary>A user, or the bot when none is given, joins a channel.</summary>
    public Delivery MemberJoined(FakeChannel channel, FakeUser? user = null) => Membership("member_joined_channel", channel, user, isThere: true);

    /// <summary>A user, or the bot when none is given, leaves a channel.</summary>
    public Delivery MemberLeft(FakeChannel channel, FakeUser? user = null) => Membership("member_left_channel", channel, user, isThere: false);

    /// <summary>A channel is closed for good, or so it seems.</summary>
    public Delivery ChannelArchived(FakeChannel channel, FakeUser user)
    {
        channel.IsArchived = true;
        return Other(new() { ["type"] = "channel_archive", ["channel"] = channel.Id, ["user"] = user.Id, ["is_moved"] = 0 }, channel);
    }

    /// <summary>A channel is open again.</summary>
    public Delivery ChannelUnarchived(FakeChannel channel, FakeUser user)
    {
        channel.IsArchived = false;
        return Other(new() { ["type"] = "channel_unarchive", ["channel"] = channel.Id, ["user"] = user.Id }, channel);
    }

    /// <summary>More events than Slack delivers: a payload without an event inside.</summary>
    public Delivery AppRateLimited() => new(DeliveryKind.Event, new()
    {
        ["token"] = "fake-verification-token",
        ["type"] = "app_rate_limited",
        ["team_id"] = _world.TeamId,
        ["minute_rate_limited"] = _world.Now.ToUnixTimeSeconds() / 60 * 60,
        ["api_app_id"] = _world.AppId,
    });

    /// <summary>Slack asks an address whether it belongs to the app.</summary>
    public static Delivery UrlVerification(string challenge) => new(DeliveryKind.UrlVerification, new()
    {
        ["token"] = "fake-verification-token",
        ["challenge"] = challenge,
        ["type"] = "url_verification",
    });

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

    private Delivery Assistant(string type, FakeUser user, FakeChannel? context, string? threadTs)
    {
        lock (_world.Gate)
        {
            var channel = _world.DirectMessagesWith(user);
            var thread = new JsonObject
            {
                ["user_id"] = user.Id,
                ["context"] = context is null ? new JsonObject() : new JsonObject { ["channel_id"] = context.Id, ["team_id"] = _world.TeamId },
                ["channel_id"] = channel.Id,
                ["thread_ts"] = threadTs ?? _world.Ids.NextTs(),
            };
            return Wrap(Stamp(new() { ["type"] = type, ["assistant_thread"] = thread }), user, channel);
        }
    }

    private Delivery Membership(string type, FakeChannel channel, FakeUser? user, bool isThere)
    {
        if (user is null)
        {
            channel.HasBot = isThere;
        }

        return Other(new()
        {
            ["type"] = type,
            ["user"] = (user ?? _world.Bot).Id,
            ["channel"] = channel.Id,
            ["channel_type"] = channel.Kind == ChannelKind.Private ? "G" : "C",
            ["team"] = _world.TeamId,
        }, channel);
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
