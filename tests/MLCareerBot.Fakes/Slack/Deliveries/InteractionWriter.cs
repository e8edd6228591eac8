using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Writes what users do with commands, buttons and modals. Nothing is delivered yet.</summary>
public sealed partial class InteractionWriter
{
    private readonly World _world;
    private readonly ResponseUrls _urls;

    internal InteractionWriter(World world, ResponseUrls urls)
    {
        _world = world;
        _urls = urls;
    }

    /// <summary>A user sends a slash command.</summary>
    public Delivery SlashCommand(FakeUser user, FakeChannel channel, string command, string text)
    {
        lock (_world.Gate)
        {
            var payload = new JsonObject
            {
                ["token"] = "fake-verification-token",
                ["team_id"] = _world.TeamId,
                ["team_domain"] = World.TeamDomain,
                ["channel_id"] = channel.Id,
                ["channel_name"] = channel.Name,
                ["user_id"] = user.Id,
                ["user_name"] = user.Name,
                ["command"] = command,
                ["text"] = _world.EscapedCommands.GetValueOrDefault(command) ? CommandText.Escape(_world, text) : text,
                ["api_app_id"] = _world.AppId,
                ["is_enterprise_install"] = "false",
                ["response_url"] = _urls.NewAddress().AbsoluteUri,
                ["trigger_id"] = _world.IssueTrigger(user),
            };
            return Issue(new(DeliveryKind.SlashCommand, payload) { User = user, Channel = channel, AcceptsResponse = true });
        }
    }

    /// <summary>A user presses or chooses something below a message. Without a value it is the one that the element has.</summary>
    public Delivery Click(FakeUser user, FakeMessage message, string actionId, string? value = null)
    {
        lock (_world.Gate)
        {
            var channel = _world.FindChannel(message.ChannelId) ?? throw new ArgumentException("Nobody can see this message.", nameof(message));
            var payload = Frame("block_actions", user);
            payload["container"] = new JsonObject
            {
                ["type"] = "message",
                ["message_ts"] = message.Ts,
                ["channel_id"] = channel.Id,
                ["is_ephemeral"] = message.IsEphemeral,
            };
            payload["channel"] = Describe(channel);
            payload["message"] = message.Json.DeepClone();
            payload["state"] = new JsonObject { ["values"] = new JsonObject() };
            payload["response_url"] = _urls.NewAddress().AbsoluteUri;
            payload["actions"] = new JsonArray(ActionJson.Write(message.Blocks, actionId, value, _world.Ids.NextTs()));
            return Issue(new(DeliveryKind.Interaction, payload) { User = user, Channel = channel, Message = message });
        }
    }

    /// <summary>A user types in a select whose options the app provides.</summary>
    public Delivery OptionsRequest(FakeUser user, FakeMessage message, string actionId, string typed)
    {
        lock (_world.Gate)
        {
            var payload = Suggestion(Frame("block_suggestion", user, hasTrigger: false), message.Blocks, actionId, typed);
            payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.ChannelId, ["is_ephemeral"] = message.IsEphemeral };
            payload["channel"] = Describe(_world.Known(message.ChannelId));
            payload["message"] = message.Json.DeepClone();
            return new(DeliveryKind.Interaction, payload) { User = user, AcceptsResponse = true };
        }
    }

    /// <summary>A user picks a shortcut in the menu of a message.</summary>
    public Delivery MessageShortcut(FakeUser user, FakeMessage message, string callbackId)
    {
        lock (_world.Gate)
        {
            var channel = _world.FindChannel(message.ChannelId) ?? throw new ArgumentException("Nobody can see this message.", nameof(message));
            var payload = Frame("message_action", user);
            payload["callback_id"] = callbackId;
            payload["action_ts"] = _world.Ids.NextTs();
            payload["response_url"] = _urls.NewAddress().AbsoluteUri;
            payload["message_ts"] = message.Ts;
            payload["channel"] = Describe(channel);
            payload["message"] = message.Json.DeepClone();
            return Issue(new(DeliveryKind.Interaction, payload) { User = user, Channel = channel, Message = message });
        }
    }

    /// <summary>A user picks a shortcut in the menu of the workspace.</summary>
    public Delivery GlobalShortcut(FakeUser user, string callbackId)
    {
        lock (_world.Gate)
        {
            var payload = Frame("shortcut", user);
            payload["callback_id"] = callbackId;
            payload["action_ts"] = _world.Ids.NextTs();
            return new(DeliveryKind.Interaction, payload) { User = user };
        }
    }

    private Delivery Issue(Delivery delivery)
    {
        _urls.Issue(delivery);
        return delivery;
    }

    private JsonObject Frame(string type, FakeUser user, bool hasTrigger = true)
    {
        var payload = new JsonObject
        {
            ["type"] = type,
            ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = _world.TeamId },
            ["api_app_id"] = _world.AppId,
            ["token"] = "fake-verification-token",
            ["team"] = new JsonObject { ["id"] = _world.TeamId, ["domain"] = World.TeamDomain },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
        };
        if (hasTrigger)
        {
            payload["trigger_id"] = _world.IssueTrigger(user);
        }

        return payload;
    }

    private static JsonObject Suggestion(JsonObject payload, JsonArray blocks, string actionId, string typed)
    {
        var (block, _) = BlockElements.Find(blocks, actionId);
        payload["action_id"] = actionId;
        payload["block_id"] = block.Text("block_id");
        payload["value"] = typed;
        return payload;
    }

    private static JsonObject Describe(FakeChannel channel) => new() { ["id"] = channel.Id, ["name"] = channel.Name };
}
