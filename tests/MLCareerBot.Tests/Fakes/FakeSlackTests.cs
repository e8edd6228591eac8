using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake's Web API keeps to Slack's contract, as seen by a bare client that shares no code with our own.</summary>
public sealed class FakeSlackTests : FakeSlackTest
{
    [Fact]
    public async Task Each_Token_Opens_Its_Own_Doors()
    {
        var me = await Api.CallAsync("auth.test");

        Assert.Equal(Slack.BotUserId, (string?)me.Body["user_id"]);
        Assert.Equal(Slack.BotId, (string?)me.Body["bot_id"]);
        Assert.Equal("not_allowed_token_type", await Api.ErrorOfAsync("apps.connections.open"));
        Assert.Equal("not_allowed_token_type", await Api.ErrorOfAsync("auth.test", token: Slack.AppToken));
        Assert.Equal("invalid_auth", await Api.ErrorOfAsync("auth.test", token: "xoxb-wrong"));
        Assert.Equal("not_authed", await Api.ErrorOfAsync("auth.test", token: ""));
        Assert.Equal("not_authed", await Api.ErrorOfAsync("apps.connections.open", new() { ["token"] = Slack.AppToken }, token: ""));
        Assert.Equal("unknown_method", await Api.ErrorOfAsync("chat.shout"));
        Assert.Null(await Api.ErrorOfAsync("auth.test", new() { ["token"] = Slack.BotToken }, token: ""));
    }

    [Fact]
    public async Task Forms_And_Json_Say_The_Same()
    {
        const string metadata = """{ "event_type": "tip", "event_payload": { "delivery_key": "k1" } }""";
        await Api.CallAsync("chat.postMessage", new Dictionary<string, string> { ["channel"] = Channel.Id, ["text"] = "Hi", ["blocks"] = ButtonBlocks, ["metadata"] = metadata });
        await Api.CallAsync("chat.postMessage", new JsonObject { ["channel"] = "#general", ["text"] = "Hi", ["blocks"] = JsonNode.Parse(ButtonBlocks), ["metadata"] = JsonNode.Parse(metadata) });

        Assert.Equal(2, Slack.VisibleWith("k1"));
        Assert.All(Slack.BotMessages(Channel), message => Assert.Equal("tip", (string?)message.Blocks[0]!["block_id"]));
        Assert.All(Slack.RequestsTo("chat.postMessage"), request => Assert.IsType<JsonArray>(request.Arguments["blocks"]));
    }

    [Fact]
    public async Task Posts_Go_Only_Where_The_Bot_May_Write()
    {
        var archived = Slack.AddChannel("old", isArchived: true);
        var strange = Slack.AddChannel("strangers", hasBot: false);
        var hidden = Slack.AddChannel("hidden", ChannelKind.Private, hasBot: false);
        var shy = Slack.AddUser("shy");
        shy.DirectMessageRefusal = "messages_tab_disabled";

        Assert.Equal("is_archived", await PostErrorAsync(archived.Id, "Hi"));
        Assert.Equal("not_in_channel", await PostErrorAsync(strange.Id, "Hi"));
        Assert.Equal("channel_not_found", await PostErrorAsync(hidden.Id, "Hi"));
        Assert.Equal("messages_tab_disabled", await PostErrorAsync(shy.Id, "Hi"));
        Assert.Equal("no_text", await PostErrorAsync(Channel.Id, ""));
        Assert.Equal("msg_too_long", await PostErrorAsync(Channel.Id, new('x', 40_001)));
        Assert.Null(await PostErrorAsync(Channel.Id, new('x', 40_000)));
    }

    [Theory]
    [InlineData(3000, null)]
    [InlineData(3001, "[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]")]
    public async Task Blocks_Keep_Their_Limits(int length, string? message)
    {
        var answer = await PostBlocksAsync(Section(length));

        Assert.Equal(message is null ? null : "invalid_blocks", (string?)answer["error"]);
        Assert.Equal(message, (string?)answer["response_metadata"]?["messages"]?[0]);
    }

    [Fact]
    public async Task Too_Many_Blocks_Or_Characters_Or_Ids_Twice_Are_Refused()
    {
        var button = JsonNode.Parse(ButtonBlocks)![0]!.DeepClone();
        var other = button.DeepClone();
        other["block_id"] = "other";

        Assert.Equal("invalid_blocks", (string?)(await PostBlocksAsync([.. Enumerable.Range(0, 51).Select(_ => Section(1))]))["error"]);
        Assert.Equal("msg_blocks_too_long", (string?)(await PostBlocksAsync([.. Enumerable.Range(0, 5).Select(_ => Section(2700))]))["error"]);
        Assert.Equal("invalid_blocks", (string?)(await PostBlocksAsync(button, other))["error"]);
        Assert.Empty(Slack.VisibleMessages(Channel));
    }

    [Fact]
    public async Task History_Finds_A_Post_By_Its_Key_And_Leaves_Replies_To_Their_Thread()
    {
        const string metadata = """{ "event_type": "tip", "event_payload": { "delivery_key": "k1" } }""";
        var first = await Api.PostMessageAsync(Channel, "First");
        var ts = (string)first.Body["ts"]!;
        await Api.CallAsync("chat.postMessage", new Dictionary<string, string> { ["channel"] = Channel.Id, ["text"] = "Reply", ["thread_ts"] = ts });
        await Api.CallAsync("chat.postMessage", new Dictionary<string, string> { ["channel"] = Channel.Id, ["text"] = "Tip", ["metadata"] = metadata });
        var history = await Api.CallAsync("conversations.history", new Dictionary<string, string>
        {
            ["channel"] = Channel.Id,
            ["oldest"] = ts,
            ["include_all_metadata"] = "true",
        });
        var replies = await Api.CallAsync("conversations.replies", new Dictionary<string, string> { ["channel"] = Channel.Id, ["ts"] = ts });

        var found = Assert.Single(history.Body["messages"]!.AsArray());
        Assert.Equal("k1", (string?)found!["metadata"]!["event_payload"]!["delivery_key"]);
        Assert.Equal(["First", "Reply"], replies.Body["messages"]!.AsArray().Select(message => (string?)message!["text"]));
    }

    [Fact]
    public async Task Limits_Hold_When_They_Are_On_And_Early_Calls_Are_Counted()
    {
        Slack.Limits.AreOn = true;
        await Api.PostMessageAsync(Channel, "One");
        var refused = await Api.PostMessageAsync(Channel, "Two");
        await Api.PostMessageAsync(Channel, "Three");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Api.PostMessageAsync(Channel, "Four");

        Assert.Equal(429, refused.Status);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(1, Slack.Limits.EarlyRequests);
        Assert.Equal(["One", "Four"], Slack.BotMessages(Channel).Select(message => message.Text));
    }

    [Fact]
    public async Task Scripted_Faults_Come_In_Their_Order()
    {
        Slack.Faults.Next("chat.postMessage", Fault.RateLimited(TimeSpan.FromSeconds(30)));
        Slack.Faults.Next("chat.postMessage", Fault.RateLimited(null));
        Slack.Faults.Next("chat.postMessage", Fault.MissingScope("chat:write"));
        Slack.Faults.Next("chat.postMessage", Fault.AcceptThenError());
        Slack.Faults.Next("chat.postMessage", Fault.DropAfterEffect);
        var limited = await Api.PostMessageAsync(Channel, "1");
        var unnamed = await Api.PostMessageAsync(Channel, "2");
        var scope = await Api.PostMessageAsync(Channel, "3");
        var accepted = await Api.PostMessageAsync(Channel, "4");
        await Assert.ThrowsAsync<HttpRequestException>(() => Api.PostMessageAsync(Channel, "5"));

        Assert.Equal(TimeSpan.FromSeconds(30), limited.Headers.RetryAfter!.Delta);
        Assert.Null(unnamed.Headers.RetryAfter);
        Assert.Equal("chat:write", (string?)scope.Body["needed"]);
        Assert.Equal("internal_error", (string?)accepted.Body["error"]);
        Assert.Equal(["4", "5"], Slack.BotMessages(Channel).Select(message => message.Text));
        Assert.Equal([429, 429, 200, 200, null], Slack.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task An_App_Home_Is_Kept_And_A_Stale_Hash_Refused()
    {
        var home = """{ "type": "home", "blocks": [{ "type": "divider" }] }""";
        await Api.CallAsync("views.publish", new Dictionary<string, string> { ["user_id"] = Ana.Id, ["view"] = home });

        Assert.Equal("hash_conflict", await Api.ErrorOfAsync("views.publish", new() { ["user_id"] = Ana.Id, ["view"] = home, ["hash"] = "old" }));
        Assert.Single(Slack.HomeViews(Ana));
        Assert.Equal("app_rate_limited", (string?)Slack.Events.AppRateLimited().Payload["type"]);
        Assert.Null(Slack.Events.AppRateLimited().Payload["event"]);
    }

    private static JsonObject Section(int length) => new JsonObject
    {
        ["type"] = "section",
        ["text"] = new JsonObject { ["type"] = "mrkdwn", ["text"] = new string('x', length) },
    };

    private async Task<JsonNode> PostBlocksAsync(params JsonNode[] blocks) =>
        (await Api.CallAsync("chat.postMessage", new JsonObject { ["channel"] = Channel.Id, ["text"] = "Hi", ["blocks"] = new JsonArray(blocks) })).Body;

    private Task<string?> PostErrorAsync(string channel, string text) =>
        Api.ErrorOfAsync("chat.postMessage", new() { ["channel"] = channel, ["text"] = text });
}
