using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Channels, direct messages and what was said there.</summary>
internal sealed class ConversationMethods(World world)
{
    private const int MostMessages = 999;

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.open", Open),
        new("conversations.info", arguments => ApiAnswer.Ok(new() { ["channel"] = world.Known(arguments.Text("channel")).ToJson() })),
        new("conversations.history", History),
        new("conversations.replies", Replies),
        new("conversations.members", Members),
    ];

    private ApiAnswer Open(Arguments arguments)
    {
        var channel = arguments.Text("users") is { } users ? DirectMessagesWith(users) : world.Known(arguments.Text("channel"));
        return ApiAnswer.Ok(new()
        {
            ["channel"] = arguments.IsTrue("return_im") ? channel.ToJson() : new JsonObject { ["id"] = channel.Id },
        });
    }

    // One user only: this bot opens no group conversations.
    private FakeChannel DirectMessagesWith(string users) => world.FindUser(users) switch
    {
        null => throw new Refusal("user_not_found"),
        { IsBot: true } => throw new Refusal("cannot_dm_bot"),
        { IsDeleted: true } => throw new Refusal("user_disabled"),
        { } user => world.DirectMessagesWith(user),
    };

    private ApiAnswer History(Arguments arguments)
    {
        var channel = world.Joined(arguments.Text("channel"));
        var newestFirst = world.Messages.VisibleIn(channel.Id)
            .Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts)
            .Where(message => IsWithin(message, arguments))
            .Reverse();
        return Page(newestFirst, arguments);
    }

    private ApiAnswer Replies(Arguments arguments)
    {
        var channel = world.Joined(arguments.Text("channel"));
        var thread = arguments.Text("ts");
        if (world.Messages.Find(channel.Id, thread) is null)
        {
            throw new Refusal("thread_not_found");
        }

        return Page(world.Messages.VisibleIn(channel.Id).Where(message => message.Ts == thread || message.ThreadTs == thread), arguments);
    }

    private static bool IsWithin(FakeMessage message, Arguments arguments)
    {
        var after = Compare(message.Ts, arguments.Text("oldest") ?? "0");
        var before = Compare(arguments.Text("latest") ?? "99999999999", message.Ts);
        return arguments.IsTrue("inclusive") ? after >= 0 && before >= 0 : after > 0 && before > 0;
    }

    private static int Compare(string ts, string other) =>
        decimal.TryParse(ts, out var left) && decimal.TryParse(other, out var right)
            ? left.CompareTo(right)
            : throw new Refusal("invalid_ts_oldest");

    private static ApiAnswer Page(IEnumerable<FakeMessage> messages, Arguments arguments)
    {
        var start = arguments.Number("cursor", 0);
        var limit = Math.Clamp(arguments.Number("limit", 100), 1, MostMessages);
        var found = messages.ToList();
        var hasMore = found.Count > start + limit;
        return ApiAnswer.Ok(new()
        {
            ["messages"] = found.Skip(start).Take(limit).Select(message => Show(message, arguments)).ToJsonArray(),
            ["has_more"] = hasMore,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = hasMore ? $"{start + limit}" : "" },
        });
    }

    private static JsonObject Show(FakeMessage message, Arguments arguments)
    {
        var json = message.Json.Copy();
        if (!arguments.IsTrue("include_all_metadata"))
        {
            json.Object("metadata")?.Remove("event_payload");
        }

        return json;
    }

    private ApiAnswer Members(Arguments arguments)
    {
        var channel = world.Known(arguments.Text("channel"));
        var members = world.Users
            .Where(user => user == world.Bot ? channel.HasBot : channel.User is null || channel.User == user)
            .Select(user => (JsonNode)user.Id);
        return ApiAnswer.Ok(new() { ["members"] = members.ToJsonArray(), ["response_metadata"] = new JsonObject { ["next_cursor"] = "" } });
    }
}
