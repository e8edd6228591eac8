using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Channels and the messages that the bot posts in them of its own accord.</summary>
internal sealed class MessageRoutes(World world, MessageWriter writer, FakeGateway gateway)
{
    private const string Messages = "channels/{channel}/messages";
    private const string OneMessage = "channels/{channel}/messages/{message}";

    // Discord says "a few minutes".
    private static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(5);

    public IEnumerable<Route> All =>
    [
        new("GET", "channels/{channel}", WithChannel((_, channel) => Answer.Ok(channel.ToJson()))),
        new("GET", "channels/{channel}/thread-members/{user}", WithChannel(GetThreadMember)),
        new("POST", "users/@me/channels", OpenDirectMessages),
        new("POST", Messages, WithChannel(Post)),
        new("GET", Messages, WithChannel(List)),
        new("GET", OneMessage, WithMessage((_, message) => Answer.Ok(message))),
        new("PATCH", OneMessage, WithMessage(Edit)),
        new("DELETE", OneMessage, WithMessage(Delete)),
    ];

    private Func<RestRequest, Answer> WithChannel(Func<RestRequest, FakeChannel, Answer> handle) => request =>
        !world.Channels.TryGetValue(request["channel"], out var channel) || channel.Type == FakeChannel.GroupType ? Answer.UnknownChannel
        : channel.GuildId is { } guild && !world.Guilds.ContainsKey(guild) ? Answer.MissingAccess
        : channel.Type == FakeChannel.PrivateThreadType && !channel.ThreadMembers.Contains(world.Bot.Id) ? Answer.MissingAccess
        : handle(request, channel);

    private Func<RestRequest, Answer> WithMessage(Func<RestRequest, JsonObject, Answer> handle) => WithChannel((request, channel) =>
        world.Messages.Find(channel.Id, request["message"]) is { } message && !message.IsEphemeral() ? handle(request, message) : Answer.UnknownMessage);

    private static Answer GetThreadMember(RestRequest request, FakeChannel thread) => thread.ThreadMembers.Contains(request["user"])
        ? Answer.Ok(new JsonObject { ["id"] = thread.Id, ["user_id"] = request["user"], ["flags"] = 0 })
        : Answer.Error(404, 10007, "Unknown Member");

    private Answer OpenDirectMessages(RestRequest request) =>
        world.Users.TryGetValue(request.Form.Text("recipient_id") ?? "", out var user) && !user.IsBot
            ? Answer.Ok(world.DirectMessagesWith(user).ToJson())
            : Answer.Error(400, 50033, "Invalid Recipient(s)");

    private Answer Post(RestRequest request, FakeChannel channel)
    {
        var body = request.Form;
        if (Refuse(body, request.Files.Count > 0) is { } refusal)
        {
            return refusal;
        }

        var nonce = body["nonce"]?.ToString();
        if (nonce is not null && body.IsTrue("enforce_nonce")
            && world.Messages.FindByNonce(world.Bot.Id, nonce, world.Now - NonceWindow) is { } earlier)
        {
            return Answer.Ok(earlier);
        }

        var message = writer.Write(channel, world.Bot, body);
        writer.Attach(message, body, request.Files);
        world.Messages.Add(message);
        if (nonce is not null)
        {
            message["nonce"] = nonce;
            world.Messages.Remember(world.Bot.Id, nonce, message, world.Now);
        }

        gateway.Announce("MESSAGE_CREATE", channel, message);
        return Answer.Ok(message);
    }

    private static Answer? Refuse(JsonObject body, bool hasFiles)
    {
        var errors = new FormErrors();
        errors.Expect((body["nonce"]?.ToString().Length ?? 0) <= 25, "nonce", "Must be 25 or fewer in length.", "NONCE_TYPE_TOO_LONG");
        return errors.ToAnswer() ?? MessageRules.Check(body, hasFiles);
    }

    private Answer List(RestRequest request, FakeChannel channel)
    {
        var limit = int.TryParse(request.Query["limit"], out var asked) ? asked : 50;
        if (limit is < 1 or > 100)
        {
            var errors = new FormErrors();
            errors.Add("limit", "NUMBER_TYPE_MAX", "Must be between 1 and 100.");
            return errors.ToAnswer()!; // It has just got one.
        }

        var visible = world.Messages.In(channel.Id).Where(message => !message.IsEphemeral()).Reverse().ToList();
        return Answer.Ok(Select(request, visible, limit).Select(message => message.DeepClone()).ToJsonArray());
    }

    private static IEnumerable<JsonObject> Select(RestRequest request, List<JsonObject> newestFirst, int limit)
    {
        if ((string?)request.Query["before"] is { } before)
        {
            return newestFirst.Where(message => Compare(message, before) < 0).Take(limit);
        }

        if ((string?)request.Query["after"] is { } after)
        {
            return newestFirst.Where(message => Compare(message, after) > 0).TakeLast(limit);
        }

        if ((string?)request.Query["around"] is { } around)
        {
            var newer = newestFirst.Where(message => Compare(message, around) > 0).TakeLast(limit / 2).ToList();
            return newer.Concat(newestFirst.Where(message => Compare(message, around) <= 0)).Take(limit);
        }

        return newestFirst.Take(limit);
    }

    private static int Compare(JsonObject message, string id) => Snowflakes.Compare(message.Text("id")!, id); // Every message has one.

    private Answer Edit(RestRequest request, JsonObject message)
    {
        if (message.Object("author").Text("id") != world.Bot.Id)
        {
            return Answer.Error(403, 50005, "Cannot edit a message authored by another user");
        }

        if (MessageEdits.Check(message, request.Form, request.Files.Count > 0) is { } refusal)
        {
            return refusal;
        }

        writer.Edit(message, request.Form);
        writer.Attach(message, request.Form, request.Files);
        gateway.Announce("MESSAGE_UPDATE", world.Channels[request["channel"]], message);
        return Answer.Ok(message);
    }

    private Answer Delete(RestRequest request, JsonObject message)
    {
        world.Messages.Remove(message);
        gateway.Announce("MESSAGE_DELETE", world.Channels[request["channel"]], new() { ["id"] = request["message"], ["channel_id"] = request["channel"] });
        return Answer.NoContent;
    }
}
