using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Messages that the bot posts, changes and takes back.</summary>
internal sealed class ChatMethods(World world)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("chat.postMessage", Post),
        new("chat.postEphemeral", PostEphemeral),
        new("chat.update", Update),
        new("chat.delete", Delete),
        new("chat.getPermalink", GetPermalink),
    ];

    private ApiAnswer Post(Arguments arguments)
    {
        var channel = world.Writable(arguments.Text("channel"));
        var message = Write(channel, arguments);
        world.Messages.Add(new(channel.Id, message));
        return ApiAnswer.Ok(new() { ["channel"] = channel.Id, ["ts"] = message.Text("ts"), ["message"] = message.DeepClone() });
    }

    private ApiAnswer PostEphemeral(Arguments arguments)
    {
        var channel = world.Writable(arguments.Text("channel"));
        var user = world.FindUser(arguments.Text("user")) ?? throw new Refusal("user_not_in_channel");
        var message = Write(channel, arguments);
        world.Messages.Add(new(channel.Id, message, user.Id));
        return ApiAnswer.Ok(new() { ["message_ts"] = message.Text("ts") });
    }

    private JsonObject Write(FakeChannel channel, Arguments arguments)
    {
        var message = world.BotMessage();
        MessageContent.Write(message, arguments);
        if (arguments.Text("thread_ts") is { } thread)
        {
            message["thread_ts"] = thread;
            message["parent_user_id"] = world.Messages.Find(channel.Id, thread)?.UserId;
        }

        return message;
    }

    private ApiAnswer Update(Arguments arguments)
    {
        var channel = world.Writable(arguments.Text("channel"));
        var old = Own(channel, arguments, "cant_update_message");
        var message = Rewrite(old.Json, arguments);
        world.Messages.Replace(old, old with { Json = message });
        return ApiAnswer.Ok(new()
        {
            ["channel"] = channel.Id,
            ["ts"] = old.Ts,
            ["text"] = message.Text("text"),
            ["message"] = message.DeepClone(),
        });
    }

    private JsonObject Rewrite(JsonObject old, Arguments arguments)
    {
        var message = old.Copy();
        MessageContent.Write(message, arguments);
        message["edited"] = new JsonObject { ["user"] = world.Bot.Id, ["ts"] = world.Ids.NextTs() };
        return message;
    }

    private ApiAnswer Delete(Arguments arguments)
    {
        var channel = world.Known(arguments.Text("channel"));
        var message = Own(channel, arguments, "cant_delete_message");
        world.Messages.Remove(channel.Id, message.Ts);
        return ApiAnswer.Ok(new() { ["channel"] = channel.Id, ["ts"] = message.Ts });
    }

    // Ephemeral messages are out of reach of both methods.
    private FakeMessage Own(FakeChannel channel, Arguments arguments, string refusal) =>
        world.Messages.Find(channel.Id, arguments.Text("ts")) is not { IsEphemeral: false } message ? throw new Refusal("message_not_found")
        : message.BotId == world.BotId ? message
        : throw new Refusal(refusal);

    private ApiAnswer GetPermalink(Arguments arguments)
    {
        var channel = world.Known(arguments.Text("channel"));
        if (world.Messages.Find(channel.Id, arguments.Text("message_ts")) is not { IsEphemeral: false } message)
        {
            throw new Refusal("message_not_found");
        }

        var link = $"https://{World.TeamDomain}.slack.com/archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return ApiAnswer.Ok(new() { ["channel"] = channel.Id, ["permalink"] = link });
    }
}
