using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake keeps to Discord's contract, as seen by bare clients that share no code with our own.</summary>
public sealed class FakeDiscordTests : IAsyncLifetime, IDisposable
{
    private readonly FakeClock _clock = new();
    private FakeDiscord _discord = null!; // xunit starts it before any test.
    private RawRest _rest = null!;
    private FakeUser _ana = null!;
    private FakeGuild _guild = null!;
    private FakeChannel _channel = null!;

    public async Task InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(_clock);
        _rest = new(_discord);
        _ana = _discord.AddUser("ana");
        _guild = _discord.AddGuild("Data people");
        _channel = _discord.AddChannel(_guild, "general");
    }

    public async Task DisposeAsync() => await _discord.DisposeAsync();

    public void Dispose() => _rest.Dispose();

    [Fact]
    public async Task A_Session_Starts_With_Ready_And_Then_Gets_Its_Guilds()
    {
        await using var gateway = await RawGateway.OpenAsync(_discord.Gateway.Address);
        var hello = await gateway.ReceiveAsync();
        await gateway.IdentifyAsync(_discord.Token);
        var ready = await gateway.ReceiveAsync();
        var guild = await gateway.ReceiveAsync();

        Assert.Equal(10, (int)hello!["op"]!);
        Assert.Equal("READY", (string?)ready!["t"]);
        Assert.True((bool)ready["d"]!["guilds"]![0]!["unavailable"]!);
        Assert.Equal(_discord.BotUserId, (string?)ready["d"]!["user"]!["id"]);
        Assert.Equal("GUILD_CREATE", (string?)guild!["t"]);
        Assert.False((bool)guild["d"]!["unavailable"]!);
        Assert.Equal(2, (int)guild["s"]!);
    }

    [Theory]
    [InlineData("?v=9&encoding=json", 4012)]
    [InlineData("?v=10&encoding=etf", 4002)]
    [InlineData("?v=10&encoding=json&compress=zstd-stream", 4002)]
    public async Task A_Strange_Address_Is_Closed(string query, int code)
    {
        await using var first = await RawGateway.OpenAsync(_discord.Gateway.Address, "/" + query);
        await using var resumed = await RawGateway.OpenAsync(_discord.Gateway.ResumeAddress, query);

        Assert.Equal(code, await first.ReceiveCloseAsync());
        Assert.Equal(code, await resumed.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_Wrong_Token_Is_Refused_Everywhere()
    {
        await using var gateway = await RawGateway.OpenAsync(_discord.Gateway.Address);
        await gateway.IdentifyAsync("wrong");
        using var rest = new RawRest(_discord, "wrong");
        var me = await rest.SendAsync("GET", "users/@me");

        Assert.Equal(4004, await gateway.ReceiveCloseAsync());
        Assert.Equal(401, me.Status);
        Assert.Equal("401: Unauthorized", (string?)me.Body!["message"]);
        Assert.Single(_discord.InvalidRequests);
    }

    [Fact]
    public async Task Misbehaviour_On_The_Gateway_Has_Its_Close_Codes()
    {
        Assert.Equal(4001, await CloseAfterAsync(gateway => gateway.SendAsync(99, null)));
        Assert.Equal(4002, await CloseAfterAsync(gateway => gateway.SendTextAsync("no json")));
        Assert.Equal(4002, await CloseAfterAsync(gateway => gateway.SendAsync(1, new string('x', 4096))));
        Assert.Equal(4003, await CloseAfterAsync(gateway => gateway.SendAsync(3, new JsonObject())));
        Assert.Equal(4010, await CloseAfterAsync(gateway => gateway.IdentifyAsync(_discord.Token, shard: 2, shards: 2)));
        Assert.Equal(4014, await CloseAfterAsync(gateway => gateway.IdentifyAsync(_discord.Token, intents: 1 << 15)));
        Assert.Equal(4005, await CloseAfterAsync(async gateway =>
        {
            await gateway.IdentifyAsync(_discord.Token);
            await gateway.IdentifyAsync(_discord.Token);
        }));
        Assert.Equal(4008, await CloseAfterAsync(async gateway =>
        {
            for (var beat = 0; beat <= 120; beat++)
            {
                await gateway.SendAsync(1, null);
            }
        }));
    }

    [Fact]
    public async Task A_Resume_Replays_What_Was_Missed_In_Order()
    {
        var (gateway, ready) = await ReadyAsync();
        await gateway.ReceiveAsync("GUILD_CREATE");
        await _discord.Gateway.DropAsync();
        await gateway.DisposeAsync();
        await _discord.Gateway.DispatchAsync("ONE", new JsonObject());
        await _discord.Gateway.DispatchAsync("TWO", new JsonObject());

        await using var resumed = await RawGateway.OpenAsync(_discord.Gateway.ResumeAddress, "?v=10&encoding=json");
        await resumed.ReceiveAsync();
        await resumed.ResumeAsync(_discord.Token, (string)ready["d"]!["session_id"]!, 2);
        var missed = new[] { await resumed.ReceiveAsync(), await resumed.ReceiveAsync(), await resumed.ReceiveAsync() };

        Assert.Equal(["ONE", "TWO", "RESUMED"], missed.Select(frame => (string?)frame!["t"]));
        Assert.Equal([3, 4, 5], missed.Select(frame => (int)frame!["s"]!));
        Assert.Equal(1, _discord.Identifies);
        Assert.True(_discord.Connections[1] is { IsResumed: true, IsResumeAddress: true });
    }

    [Fact]
    public async Task A_Client_That_Closes_With_1000_Has_No_Session_To_Resume()
    {
        var (gateway, ready) = await ReadyAsync();
        await gateway.CloseAsync(1000);
        await _discord.UntilAsync(() => _discord.Connections[0].ClientCloseCode == 1000);
        await gateway.DisposeAsync();

        await using var resumed = await RawGateway.OpenAsync(_discord.Gateway.ResumeAddress, "?v=10&encoding=json");
        await resumed.ReceiveAsync();
        await resumed.ResumeAsync(_discord.Token, (string)ready["d"]!["session_id"]!, 1);
        var answer = await resumed.ReceiveAsync();

        Assert.Equal(9, (int)answer!["op"]!);
        Assert.False((bool)answer["d"]!);
    }

    [Fact]
    public async Task Frames_Can_Be_Compressed_And_Cut_Into_Fragments()
    {
        _discord.Gateway.FragmentBytes = 7;
        await using var gateway = await RawGateway.OpenAsync(_discord.Gateway.Address, "/?v=10&encoding=json&compress=zlib-stream");
        await gateway.ReceiveAsync();
        await gateway.IdentifyAsync(_discord.Token);
        await gateway.ReceiveAsync("READY");
        await _discord.SayAsync(_channel, _ana, $"{_discord.Bot.Mention} What is MLOps?");

        var message = await gateway.ReceiveAsync("MESSAGE_CREATE");
        Assert.EndsWith("What is MLOps?", (string?)message["d"]!["content"]);
    }

    [Fact]
    public async Task Heartbeats_Are_Answered_Unless_The_Test_Says_Otherwise()
    {
        await using var gateway = await RawGateway.OpenAsync(_discord.Gateway.Address);
        await gateway.ReceiveAsync();
        await gateway.SendAsync(1, null);
        var answer = await gateway.ReceiveAsync();
        _discord.Gateway.AcknowledgesHeartbeats = false;
        await gateway.SendAsync(1, null);
        await _discord.UntilAsync(() => _discord.Frames.Count == 2);
        await _discord.Gateway.ReconnectAsync();
        var next = await gateway.ReceiveAsync();

        Assert.Equal(11, (int)answer!["op"]!);
        Assert.Equal(7, (int)next!["op"]!);
    }

    [Fact]
    public async Task Only_What_Is_Meant_For_The_Bot_Has_Content()
    {
        var (gateway, _) = await ReadyAsync();
        await using var _1 = gateway;
        await _discord.SayAsync(_channel, _ana, "hello all");
        await _discord.SayAsync(_discord.DirectMessages(_ana), _ana, "hello bot");

        var open = await gateway.ReceiveAsync("MESSAGE_CREATE");
        var direct = await gateway.ReceiveAsync("MESSAGE_CREATE");

        Assert.Equal("", (string?)open["d"]!["content"]);
        Assert.Equal(_guild.Id, (string?)open["d"]!["guild_id"]);
        Assert.Equal("hello bot", (string?)direct["d"]!["content"]);
        Assert.Null(direct["d"]!["guild_id"]);
    }

    [Fact]
    public async Task Guilds_Are_Spread_Over_Shards_And_Direct_Messages_Go_To_The_First()
    {
        var second = _discord.AddGuildOnShard("Elsewhere", 1, 2);
        var there = _discord.AddChannel(second, "general");
        var (zero, _) = await ReadyAsync(shard: 0, shards: 2);
        var (one, _) = await ReadyAsync(shard: 1, shards: 2);
        await _discord.InteractAsync(_ana, there, Interaction.Command("career help"));
        await _discord.InteractAsync(_ana, _discord.DirectMessages(_ana), Interaction.Command("career help"));

        var onOne = await one.ReceiveAsync("INTERACTION_CREATE");
        var onZero = await zero.ReceiveAsync("INTERACTION_CREATE");

        Assert.Equal(second.Id, (string?)onOne["d"]!["guild_id"]);
        Assert.Equal(1, (int)onZero["d"]!["context"]!);
        await zero.DisposeAsync();
        await one.DisposeAsync();
    }

    [Fact]
    public async Task An_Outage_Is_Told_Apart_From_Being_Thrown_Out()
    {
        var (gateway, _) = await ReadyAsync();
        await using var _1 = gateway;
        await _discord.OutageAsync(_guild);
        await _discord.KickAsync(_guild);

        var outage = await gateway.ReceiveAsync("GUILD_DELETE");
        var kick = await gateway.ReceiveAsync("GUILD_DELETE");
        var post = await _rest.PostAsync($"channels/{_channel.Id}/messages", new JsonObject { ["content"] = "hi" });

        Assert.True((bool)outage["d"]!["unavailable"]!);
        Assert.Null(kick["d"]!["unavailable"]);
        Assert.Equal((403, 50001), (post.Status, (int)post.Body!["code"]!));
    }

    [Fact]
    public async Task Commands_Come_Back_With_Ids_And_Keep_Them()
    {
        var path = $"applications/{_discord.ApplicationId}/commands";
        JsonArray definitions = [new JsonObject { ["name"] = "career", ["description"] = "Career questions" }];
        var first = await _rest.SendAsync("PUT", path, definitions);
        var second = await _rest.SendAsync("PUT", path, definitions);
        var list = await _rest.SendAsync("GET", path);
        definitions[0]!["description"] = new string('x', 101);
        var tooLong = await _rest.SendAsync("PUT", path, definitions);

        Assert.Equal(_discord.ApplicationId, (string?)first.Body![0]!["application_id"]);
        Assert.Equal((string?)first.Body[0]!["id"], (string?)second.Body![0]!["id"]);
        Assert.Equal("career", (string?)list.Body![0]!["name"]);
        Assert.Equal(50035, (int)tooLong.Body!["code"]!);
        Assert.NotNull(tooLong.Body["errors"]!["0"]!["description"]!["_errors"]);
    }

    [Fact]
    public async Task An_Interaction_Is_Answered_Once_And_In_Time()
    {
        var asked = await _discord.InteractAsync(_ana, _channel, Interaction.Command("career ask", ("question", "What is MLOps?")));
        var slow = await _discord.InteractAsync(_ana, _channel, Interaction.Command("career help"));
        var first = await _rest.CallbackAsync(asked, 4, new() { ["content"] = "A practice.", ["flags"] = 64 });
        var again = await _rest.CallbackAsync(asked, 4, new() { ["content"] = "Again." });
        _clock.Advance(TimeSpan.FromSeconds(3.1));
        var late = await _rest.CallbackAsync(slow, 4, new() { ["content"] = "Late." });

        Assert.Equal(204, first.Status);
        Assert.Equal((400, 40060), (again.Status, (int)again.Body!["code"]!));
        Assert.Equal((404, 10062), (late.Status, (int)late.Body!["code"]!));
        Assert.True(_discord.AnswerTo(asked) is { IsEphemeral: true, Text: "A practice." });
        Assert.Null(_discord.AnswerTo(slow));
        Assert.Empty(_discord.VisibleMessages(_channel));
    }

    [Fact]
    public async Task A_Deferred_Answer_Is_Filled_In_Followed_Up_And_Void_After_Fifteen_Minutes()
    {
        var asked = await _discord.InteractAsync(_ana, _channel, Interaction.Command("career ask"));
        var webhook = $"webhooks/{_discord.ApplicationId}/{asked.Token}";
        await _rest.CallbackAsync(asked, 5);
        var thinking = _discord.AnswerTo(asked);
        await _rest.PostAsync(webhook, new JsonObject { ["content"] = "first" });
        await _rest.PostAsync(webhook, new JsonObject { ["content"] = "second", ["flags"] = 64 });
        await _rest.SendAsync("PATCH", $"{webhook}/messages/@original", new JsonObject { ["content"] = "edited" });
        _clock.Advance(TimeSpan.FromMinutes(15.1));
        var late = await _rest.PostAsync(webhook, new JsonObject { ["content"] = "late" });

        Assert.True(thinking is { IsThinking: true, Message: null });
        var answer = await _discord.WaitForAnswerAsync(asked);
        Assert.Equal("edited", answer.Text);
        Assert.Equal("second", (string?)Assert.Single(answer.FollowUps)["content"]);
        Assert.Equal((401, 50027), (late.Status, (int)late.Body!["code"]!));
    }

    [Fact]
    public async Task A_Button_Changes_Its_Own_Message()
    {
        JsonObject button = new() { ["type"] = 2, ["style"] = 1, ["label"] = "More", ["custom_id"] = "more" };
        JsonObject row = new() { ["type"] = 1, ["components"] = new JsonArray(button) };
        await _rest.PostAsync($"channels/{_channel.Id}/messages", new JsonObject { ["content"] = "tip", ["components"] = new JsonArray(row) });
        var clicked = await _discord.InteractAsync(_ana, _channel, Interaction.Click(_discord.VisibleMessages(_channel)[0], "more"));
        await _rest.CallbackAsync(clicked, 7, new() { ["content"] = "more of it" });

        Assert.Equal("more of it", (string?)Assert.Single(_discord.VisibleMessages(_channel))["content"]);
        Assert.Equal("more of it", _discord.AnswerTo(clicked)?.Text);
    }

    [Fact]
    public async Task A_Form_Is_Opened_And_Comes_Back_Filled_In()
    {
        var (gateway, _) = await ReadyAsync();
        await using var _1 = gateway;
        JsonObject field = new() { ["type"] = 4, ["custom_id"] = "question", ["style"] = 1 };
        JsonObject label = new() { ["type"] = 18, ["label"] = "Your question", ["component"] = field };
        var asked = await _discord.InteractAsync(_ana, _channel, Interaction.Command("career suggest"));
        await _rest.CallbackAsync(asked, 9, new() { ["title"] = "Suggest", ["custom_id"] = "suggest", ["components"] = new JsonArray(label) });
        await _discord.InteractAsync(_ana, _channel, Interaction.Submit(_discord.AnswerTo(asked)!.Modal!, ("question", "What is MLOps?")));

        await gateway.ReceiveAsync("INTERACTION_CREATE");
        var submitted = await gateway.ReceiveAsync("INTERACTION_CREATE");

        Assert.Equal(5, (int)submitted["d"]!["type"]!);
        Assert.Equal("What is MLOps?", (string?)submitted["d"]!["data"]!["components"]![0]!["component"]!["value"]);
    }

    [Fact]
    public async Task What_Is_Being_Typed_Is_Answered_With_Choices()
    {
        var typing = await _discord.InteractAsync(_ana, _channel, Interaction.Autocomplete("career faq", "topic", "port"));
        var message = await _rest.CallbackAsync(typing, 4, new() { ["content"] = "no message" });
        JsonObject choice = new() { ["name"] = "Portfolio", ["value"] = "first-portfolio" };
        await _rest.CallbackAsync(typing, 8, new() { ["choices"] = new JsonArray(choice) });
        var option = typing.Json["data"]!["options"]![0]!["options"]![0]!;

        Assert.Equal(400, message.Status);
        Assert.Equal(("topic", "port", true), ((string?)option["name"], (string?)option["value"], (bool)option["focused"]!));
        Assert.Equal(["Portfolio"], _discord.AnswerTo(typing)!.Choices);
    }

    [Fact]
    public async Task Files_Come_With_Their_Payload()
    {
        var message = await _rest.PostFileAsync($"channels/{_channel.Id}/messages", new JsonObject { ["content"] = "chart" }, "chart.png", [1, 2, 3]);

        Assert.Equal("chart.png", (string?)message!["attachments"]![0]!["filename"]);
        Assert.Equal("chart", (string?)_discord.Requests[0].Body!["content"]);
        Assert.Equal([1, 2, 3], Assert.Single(_discord.Requests[0].Files).Content.ToArray());
    }

    [Fact]
    public async Task An_Invalid_Session_Can_Be_Resumed_Or_Not()
    {
        var (gateway, ready) = await ReadyAsync();
        await using var _1 = gateway;
        await gateway.ReceiveAsync("GUILD_CREATE");
        var session = (string)ready["d"]!["session_id"]!;
        await _discord.Gateway.InvalidateAsync(canResume: true);
        var resumable = await gateway.ReceiveAsync();
        await gateway.ResumeAsync(_discord.Token, session, 2);
        await gateway.ReceiveAsync("RESUMED");
        await _discord.Gateway.InvalidateAsync(canResume: false);
        await gateway.ReceiveAsync();
        await gateway.ResumeAsync(_discord.Token, session, 3);
        var refused = await gateway.ReceiveAsync();

        Assert.Equal((9, true), ((int)resumable!["op"]!, (bool)resumable["d"]!));
        Assert.Equal((9, false), ((int)refused!["op"]!, (bool)refused["d"]!));
    }

    [Fact]
    public async Task The_Same_Nonce_Gives_The_Same_Message_For_A_Few_Minutes()
    {
        var path = $"channels/{_channel.Id}/messages";
        JsonObject body = new() { ["content"] = "tip", ["nonce"] = "n1", ["enforce_nonce"] = true };
        var first = await _rest.PostAsync(path, body);
        var again = await _rest.PostAsync(path, body);
        _clock.Advance(TimeSpan.FromMinutes(10));
        var later = await _rest.PostAsync(path, body);

        Assert.Equal((string?)first.Body!["id"], (string?)again.Body!["id"]);
        Assert.NotEqual((string?)first.Body["id"], (string?)later.Body!["id"]);
        Assert.Equal(2, _discord.VisibleMessages(_channel).Count);
    }

    [Theory]
    [MemberData(nameof(BadMessages))]
    public async Task What_A_Message_May_Not_Hold_Is_Refused(string path, string body)
    {
        var answer = await _rest.PostAsync($"channels/{_channel.Id}/messages", JsonNode.Parse(body)!);

        Assert.Equal((400, 50035), (answer.Status, (int)answer.Body!["code"]!));
        Assert.NotNull(path.Split('.').Aggregate(answer.Body["errors"], (node, step) => node?[step])?["_errors"]);
    }

    public static TheoryData<string, string> BadMessages() => new()
    {
        { "content", $$"""{"content":"{{new string('x', 2001)}}"}""" },
        { "content", """{"content":"x","flags":32768,"components":[{"type":10,"content":"y"}]}""" },
        { "allowed_mentions", """{"content":"x","allowed_mentions":[]}""" },
        { "embeds.0.title", $$"""{"embeds":[{"title":"{{new string('x', 257)}}"}]}""" },
        { "components.0.type", """{"content":"x","components":[{"type":10,"content":"y"}]}""" },
        { "components", $$"""{"flags":32768,"components":[{"type":10,"content":"{{new string('x', 2001)}}"},{"type":10,"content":"{{new string('x', 2000)}}"}]}""" },
        { "components", $$"""{"flags":32768,"components":[{{string.Join(',', Enumerable.Repeat("""{"type":14}""", 41))}}]}""" },
        { "components.0.components.0.label", $$"""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","label":"{{new string('x', 81)}}"}]}]}""" },
        { "components.0.components.1.custom_id", """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","label":"1"},{"type":2,"style":1,"custom_id":"a","label":"2"}]}]}""" },
    };

    [Fact]
    public async Task A_Route_Over_Its_Limit_Says_429_And_Counts_Who_Does_Not_Wait()
    {
        _discord.RateLimits.Set("POST channels/*/messages", 1, TimeSpan.FromSeconds(2));
        var path = $"channels/{_channel.Id}/messages";
        var first = await _rest.PostAsync(path, new JsonObject { ["content"] = "1" });
        var refused = await _rest.PostAsync(path, new JsonObject { ["content"] = "2" });
        await _rest.PostAsync(path, new JsonObject { ["content"] = "3" });
        _clock.Advance(TimeSpan.FromSeconds(2));
        var waited = await _rest.PostAsync(path, new JsonObject { ["content"] = "4" });

        Assert.Equal("0", first.Answer.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal("2.000", first.Answer.Headers.GetValues("X-RateLimit-Reset-After").Single());
        Assert.Equal(429, refused.Status);
        Assert.Equal("2", refused.Answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal("user", refused.Answer.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal(2, (double)refused.Body!["retry_after"]!);
        Assert.Equal(200, waited.Status);
        Assert.Equal(3, Assert.Single(_discord.EarlyRequests).Sequence);
    }

    [Fact]
    public async Task A_Global_429_Stops_All_But_Interactions()
    {
        _discord.Faults.Next("GET users/@me", Fault.RateLimited(TimeSpan.FromSeconds(5), LimitScope.Global));
        var asked = await _discord.InteractAsync(_ana, _channel, Interaction.Command("career help"));
        var refused = await _rest.SendAsync("GET", "users/@me");
        var answered = await _rest.CallbackAsync(asked, 4, new() { ["content"] = "Here." });
        var notEarly = _discord.EarlyRequests;
        await _rest.SendAsync("GET", "users/@me/guilds");

        Assert.Equal("true", refused.Answer.Headers.GetValues("X-RateLimit-Global").Single());
        Assert.Equal(204, answered.Status);
        Assert.Empty(notEarly);
        Assert.Single(_discord.EarlyRequests);
    }

    [Fact]
    public async Task Faults_Come_As_Scripted_And_Then_End()
    {
        var path = $"channels/{_channel.Id}/messages";
        JsonObject tip = new() { ["content"] = "tip" };
        _discord.Faults.Next("POST channels/*/messages", Fault.ServerError(503), times: 2);
        _discord.Faults.Next("POST channels/*/messages", Fault.Forbidden());
        _discord.Faults.Next("POST channels/*/messages", Fault.DropAfterEffect);
        var statuses = new[] { await _rest.PostAsync(path, tip), await _rest.PostAsync(path, tip), await _rest.PostAsync(path, tip) };
        await Assert.ThrowsAsync<HttpRequestException>(() => _rest.PostAsync(path, tip));
        var last = await _rest.PostAsync(path, tip);

        Assert.Equal([503, 503, 403], statuses.Select(answer => answer.Status));
        Assert.Equal(200, last.Status);
        Assert.Equal(2, _discord.VisibleMessages(_channel).Count);
        Assert.Null(_discord.Requests[3].Status);
    }

    [Fact]
    public async Task A_Request_That_Hangs_Takes_Its_Effect_And_Does_Not_Hold_Up_The_End()
    {
        _discord.Faults.Always("*", Fault.AcceptThenHang);
        var hanging = _rest.PostAsync($"channels/{_channel.Id}/messages", new JsonObject { ["content"] = "tip" });
        await _discord.UntilAsync(() => _discord.VisibleMessages(_channel).Count == 1);
        await _discord.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task A_Half_Open_Connection_Says_Nothing_And_Its_Session_Can_Be_Resumed()
    {
        var (silent, ready) = await ReadyAsync();
        await silent.ReceiveAsync("GUILD_CREATE");
        await _discord.Gateway.GoSilentAsync();
        await silent.SendAsync(1, 2);
        await _discord.InteractAsync(_ana, _channel, Interaction.Command("career help"));

        await using var resumed = await RawGateway.OpenAsync(_discord.Gateway.ResumeAddress, "?v=10&encoding=json");
        await resumed.ResumeAsync(_discord.Token, (string)ready["d"]!["session_id"]!, 2);
        await resumed.ReceiveAsync("INTERACTION_CREATE");

        Assert.DoesNotContain(_discord.Frames, frame => frame.Op == 1);
        await silent.DisposeAsync();
    }

    private async Task<int?> CloseAfterAsync(Func<RawGateway, Task> misbehave)
    {
        await using var gateway = await RawGateway.OpenAsync(_discord.Gateway.Address);
        await misbehave(gateway);
        return await gateway.ReceiveCloseAsync();
    }

    private async Task<(RawGateway Gateway, JsonObject Ready)> ReadyAsync(int shard = 0, int shards = 1)
    {
        var gateway = await RawGateway.OpenAsync(_discord.Gateway.Address);
        await gateway.IdentifyAsync(_discord.Token, shard: shard, shards: shards);
        return (gateway, await gateway.ReceiveAsync("READY"));
    }
}
