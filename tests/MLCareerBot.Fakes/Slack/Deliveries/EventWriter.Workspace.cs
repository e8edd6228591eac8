using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <content>Events about the workspace, the app and what users look at.</content>
public sealed partial class EventWriter
{
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
    })
    {
        AcceptsResponse = true,
    };

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
}
