using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake's HTTP routes, their limits, and what a test can make go wrong with them.</summary>
public sealed class FakeDiscordRestTests : FakeDiscordTest
{
    [Fact]
    public async Task A_Wrong_Token_Is_Refused_Everywhere()
    {
        await using var gateway = await RawGateway.OpenAsync(Discord.Gateway.Address);
        await gateway.IdentifyAsync("wrong");
        using var rest = new RawRest(Discord, "wrong");
        var me = await rest.SendAsync("GET", "users/@me");

        Assert.Equal(4004, await gateway.ReceiveCloseAsync());
        Assert.Equal(401, me.Status);
        Assert.Equal("401: Unauthorized", (string?)me.Body!["message"]);
        Assert.Single(Discord.InvalidRequests);
    }

    [Fact]
    public async Task Commands_Come_Back_With_Ids_And_Keep_Them()
    {
        var path = $"applications/{Discord.ApplicationId}/commands";
        JsonArray definitions = [new JsonObject { ["name"] = "career", ["description"] = "Career questions" }];
        var first = await Rest.SendAsync("PUT", path, definitions);
        var second = await Rest.SendAsync("PUT", path, definitions);
        var list = await Rest.SendAsync("GET", path);
        definitions[0]!["description"] = new string('x', 101);
        var tooLong = await Rest.SendAsync("PUT", path, definitions);

        Assert.Equal(Discord.ApplicationId, (string?)first.Body![0]!["application_id"]);
        Assert.Equal((string?)first.Body[0]!["id"], (string?)second.Body![0]!["id"]);
        Assert.Equal("career", (string?)list.Body![0]!["name"]);
        Assert.Equal(50035, (int)tooLong.Body!["code"]!);
        Assert.NotNull(tooLong.Body["errors"]!["0"]!["description"]!["_errors"]);
    }

    [Fact]
    public async Task Files_Come_With_Their_Payload()
    {
        var message = await Rest.PostFileAsync($"channels/{Channel.Id}/messages", new JsonObject { ["content"] = "chart" }, "chart.png", [1, 2, 3]);

        Assert.Equal("chart.png", (string?)message!["attachments"]![0]!["filename"]);
        Assert.Equal("chart", (string?)Discord.Requests[0].Body!["content"]);
        Assert.Equal([1, 2, 3], Assert.Single(Discord.Requests[0].Files).Content.ToArray());
    }

    [Fact]
    public async Task The_Same_Nonce_Gives_The_Same_Message_For_A_Few_Minutes()
    {
        var path = $"channels/{Channel.Id}/messages";
        JsonObject body = new() { ["content"] = "tip", ["nonce"] = "n1", ["enforce_nonce"] = true };
        var first = await Rest.PostAsync(path, body);
        var again = await Rest.PostAsync(path, body);
        Clock.Advance(TimeSpan.FromMinutes(10));
        var later = await Rest.PostAsync(path, body);

        Assert.Equal((string?)first.Body!["id"], (string?)again.Body!["id"]);
        Assert.NotEqual((string?)first.Body["id"], (string?)later.Body!["id"]);
        Assert.Equal(2, Discord.VisibleMessages(Channel).Count);
    }

    [Theory]
    [MemberData(nameof(BadMessages))]
    public async Task What_A_Message_May_Not_Hold_Is_Refused(string path, string body)
    {
        var answer = await Rest.PostAsync($"channels/{Channel.Id}/messages", JsonNode.Parse(body)!);

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
        Discord.RateLimits.Set("POST channels/*/messages", 1, TimeSpan.FromSeconds(2));
        var path = $"channels/{Channel.Id}/messages";
        var first = await Rest.PostAsync(path, new JsonObject { ["content"] = "1" });
        var refused = await Rest.PostAsync(path, new JsonObject { ["content"] = "2" });
        await Rest.PostAsync(path, new JsonObject { ["content"] = "3" });
        Clock.Advance(TimeSpan.FromSeconds(2));
        var waited = await Rest.PostAsync(path, new JsonObject { ["content"] = "4" });

        Assert.Equal("0", first.Answer.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal("2.000", first.Answer.Headers.GetValues("X-RateLimit-Reset-After").Single());
        Assert.Equal(429, refused.Status);
        Assert.Equal("2", refused.Answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal("user", refused.Answer.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal(2, (double)refused.Body!["retry_after"]!);
        Assert.Equal(200, waited.Status);
        Assert.Equal(3, Assert.Single(Discord.EarlyRequests).Sequence);
    }

    [Fact]
    public async Task A_Global_429_Stops_All_But_Interactions()
    {
        Discord.Faults.Next("GET users/@me", Fault.RateLimited(TimeSpan.FromSeconds(5), LimitScope.Global));
        var asked = await Discord.InteractAsync(Ana, Channel, Interaction.Command("career help"));
        var refused = await Rest.SendAsync("GET", "users/@me");
        var answered = await Rest.CallbackAsync(asked, 4, new() { ["content"] = "Here." });
        var notEarly = Discord.EarlyRequests;
        await Rest.SendAsync("GET", "users/@me/guilds");

        Assert.Equal("true", refused.Answer.Headers.GetValues("X-RateLimit-Global").Single());
        Assert.Equal(204, answered.Status);
        Assert.Empty(notEarly);
        Assert.Single(Discord.EarlyRequests);
    }

    [Fact]
    public async Task Faults_Come_As_Scripted_And_Then_End()
    {
        var path = $"channels/{Channel.Id}/messages";
        JsonObject tip = new() { ["content"] = "tip" };
        Discord.Faults.Next("POST channels/*/messages", Fault.ServerError(503), times: 2);
        Discord.Faults.Next("POST channels/*/messages", Fault.Forbidden());
        Discord.Faults.Next("POST channels/*/messages", Fault.DropAfterEffect);
        var statuses = new[] { await Rest.PostAsync(path, tip), await Rest.PostAsync(path, tip), await Rest.PostAsync(path, tip) };
        await Assert.ThrowsAsync<HttpRequestException>(() => Rest.PostAsync(path, tip));
        var last = await Rest.PostAsync(path, tip);

        Assert.Equal([503, 503, 403], statuses.Select(answer => answer.Status));
        Assert.Equal(200, last.Status);
        Assert.Equal(2, Discord.VisibleMessages(Channel).Count);
        Assert.Null(Discord.Requests[3].Status);
    }

    [Fact]
    public async Task A_Request_That_Hangs_Takes_Its_Effect_And_Does_Not_Hold_Up_The_End()
    {
        Discord.Faults.Always("*", Fault.AcceptThenHang);
        var hanging = Rest.PostAsync($"channels/{Channel.Id}/messages", new JsonObject { ["content"] = "tip" });
        await Discord.UntilAsync(() => Discord.VisibleMessages(Channel).Count == 1);
        await Discord.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task A_Request_Can_Be_Held_Back_As_Long_As_The_Test_Likes()
    {
        var release = new TaskCompletionSource();
        Discord.Faults.Next("POST channels/*/messages", Fault.HeldUntil(release.Task));
        var held = Rest.PostAsync($"channels/{Channel.Id}/messages", new JsonObject { ["content"] = "held" });
        await Discord.UntilAsync(() => Discord.Requests.Count == 1);
        await Rest.PostAsync($"channels/{Channel.Id}/messages", new JsonObject { ["content"] = "later" });
        release.SetResult();
        await held;

        Assert.Equal(["later", "held"], Discord.VisibleMessages(Channel).Select(message => (string?)message["content"]));
    }
}
