using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake gateway keeps to Discord's contract.</summary>
public sealed class FakeDiscordGatewayTests : FakeDiscordTest
{
    [Fact]
    public async Task A_Session_Starts_With_Ready_And_Then_Gets_Its_Guilds()
    {
        await using var gateway = await RawGateway.OpenAsync(Discord.Gateway.Address);
        var hello = await gateway.ReceiveAsync();
        await gateway.IdentifyAsync(Discord.Token);
        var ready = await gateway.ReceiveAsync();
        var guild = await gateway.ReceiveAsync();

        Assert.Equal(10, (int)hello!["op"]!);
        Assert.Equal("READY", (string?)ready!["t"]);
        Assert.True((bool)ready["d"]!["guilds"]![0]!["unavailable"]!);
        Assert.Equal(Discord.BotUserId, (string?)ready["d"]!["user"]!["id"]);
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
        await using var first = await RawGateway.OpenAsync(Discord.Gateway.Address, "/" + query);
        await using var resumed = await RawGateway.OpenAsync(Discord.Gateway.ResumeAddress, query);

        Assert.Equal(code, await first.ReceiveCloseAsync());
        Assert.Equal(code, await resumed.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Misbehaviour_On_The_Gateway_Has_Its_Close_Codes()
    {
        Assert.Equal(4001, await CloseAfterAsync(gateway => gateway.SendAsync(99, null)));
        Assert.Equal(4002, await CloseAfterAsync(gateway => gateway.SendTextAsync("no json")));
        Assert.Equal(4002, await CloseAfterAsync(gateway => gateway.SendAsync(1, new string('x', 4096))));
        Assert.Equal(4003, await CloseAfterAsync(gateway => gateway.SendAsync(3, new JsonObject())));
        Assert.Equal(4010, await CloseAfterAsync(gateway => gateway.IdentifyAsync(Discord.Token, shard: 2, shards: 2)));
        Assert.Equal(4014, await CloseAfterAsync(gateway => gateway.IdentifyAsync(Discord.Token, intents: 1 << 15)));
        Assert.Equal(4005, await CloseAfterAsync(async gateway =>
        {
            await gateway.IdentifyAsync(Discord.Token);
            await gateway.IdentifyAsync(Discord.Token);
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
        await Discord.Gateway.DropAsync();
        await gateway.DisposeAsync();
        await Discord.Gateway.DispatchAsync("ONE", new JsonObject());
        await Discord.Gateway.DispatchAsync("TWO", new JsonObject());

        await using var resumed = await RawGateway.OpenAsync(Discord.Gateway.ResumeAddress, "?v=10&encoding=json");
        await resumed.ReceiveAsync();
        await resumed.ResumeAsync(Discord.Token, (string)ready["d"]!["session_id"]!, 2);
        var missed = new[] { await resumed.ReceiveAsync(), await resumed.ReceiveAsync(), await resumed.ReceiveAsync() };

        Assert.Equal(["ONE", "TWO", "RESUMED"], missed.Select(frame => (string?)frame!["t"]));
        Assert.Equal([3, 4, 5], missed.Select(frame => (int)frame!["s"]!));
        Assert.Equal(1, Discord.Identifies);
        Assert.True(Discord.Connections[1] is { IsResumed: true, IsResumeAddress: true });
    }

    [Fact]
    public async Task A_Client_That_Closes_With_1000_Has_No_Session_To_Resume()
    {
        var (gateway, ready) = await ReadyAsync();
        await gateway.CloseAsync(1000);
        await Discord.UntilAsync(() => Discord.Connections[0].ClientCloseCode == 1000);
        await gateway.DisposeAsync();

        await using var resumed = await RawGateway.OpenAsync(Discord.Gateway.ResumeAddress, "?v=10&encoding=json");
        await resumed.ReceiveAsync();
        await resumed.ResumeAsync(Discord.Token, (string)ready["d"]!["session_id"]!, 1);
        var answer = await resumed.ReceiveAsync();

        Assert.Equal(9, (int)answer!["op"]!);
        Assert.False((bool)answer["d"]!);
    }

    [Fact]
    public async Task An_Invalid_Session_Can_Be_Resumed_Or_Not()
    {
        var (gateway, ready) = await ReadyAsync();
        await using var _1 = gateway;
        await gateway.ReceiveAsync("GUILD_CREATE");
        var session = (string)ready["d"]!["session_id"]!;
        await Discord.Gateway.InvalidateAsync(canResume: true);
        var resumable = await gateway.ReceiveAsync();
        await gateway.ResumeAsync(Discord.Token, session, 2);
        await gateway.ReceiveAsync("RESUMED");
        await Discord.Gateway.InvalidateAsync(canResume: false);
        await gateway.ReceiveAsync();
        await gateway.ResumeAsync(Discord.Token, session, 3);
        var refused = await gateway.ReceiveAsync();

        Assert.Equal((9, true), ((int)resumable!["op"]!, (bool)resumable["d"]!));
        Assert.Equal((9, false), ((int)refused!["op"]!, (bool)refused["d"]!));
    }

    [Fact]
    public async Task Heartbeats_Are_Answered_Unless_The_Test_Says_Otherwise()
    {
        await using var gateway = await RawGateway.OpenAsync(Discord.Gateway.Address);
        await gateway.ReceiveAsync();
        await gateway.SendAsync(1, null);
        var answer = await gateway.ReceiveAsync();
        Discord.Gateway.AcknowledgesHeartbeats = false;
        await gateway.SendAsync(1, null);
        await Discord.UntilAsync(() => Discord.Frames.Count == 2);
        await Discord.Gateway.ReconnectAsync();
        var next = await gateway.ReceiveAsync();

        Assert.Equal(11, (int)answer!["op"]!);
        Assert.Equal(7, (int)next!["op"]!);
    }

    [Fact]
    public async Task Frames_Can_Be_Compressed_And_Cut_Into_Fragments()
    {
        Discord.Gateway.FragmentBytes = 7;
        await using var gateway = await RawGateway.OpenAsync(Discord.Gateway.Address, "/?v=10&encoding=json&compress=zlib-stream");
        await gateway.ReceiveAsync();
        await gateway.IdentifyAsync(Discord.Token);
        await gateway.ReceiveAsync("READY");
        await Discord.SayAsync(Channel, Ana, $"{Discord.Bot.Mention} What is MLOps?");

        var message = await gateway.ReceiveAsync("MESSAGE_CREATE");
        Assert.EndsWith("What is MLOps?", (string?)message["d"]!["content"]);
    }

    [Fact]
    public async Task A_Half_Open_Connection_Says_Nothing_And_Its_Session_Can_Be_Resumed()
    {
        var (silent, ready) = await ReadyAsync();
        await silent.ReceiveAsync("GUILD_CREATE");
        await Discord.Gateway.GoSilentAsync();
        await silent.SendAsync(1, 2);
        await Discord.InteractAsync(Ana, Channel, Interaction.Command("career help"));

        await using var resumed = await RawGateway.OpenAsync(Discord.Gateway.ResumeAddress, "?v=10&encoding=json");
        await resumed.ResumeAsync(Discord.Token, (string)ready["d"]!["session_id"]!, 2);
        await resumed.ReceiveAsync("INTERACTION_CREATE");

        Assert.DoesNotContain(Discord.Frames, frame => frame.Op == 1);
        await silent.DisposeAsync();
    }

    [Fact]
    public async Task Only_What_Is_Meant_For_The_Bot_Has_Content()
    {
        var (gateway, _) = await ReadyAsync();
        await using var _1 = gateway;
        await Discord.SayAsync(Channel, Ana, "hello all");
        await Discord.SayAsync(Discord.DirectMessages(Ana), Ana, "hello bot");

        var open = await gateway.ReceiveAsync("MESSAGE_CREATE");
        var direct = await gateway.ReceiveAsync("MESSAGE_CREATE");

        Assert.Equal("", (string?)open["d"]!["content"]);
        Assert.Equal(Guild.Id, (string?)open["d"]!["guild_id"]);
        Assert.Equal("hello bot", (string?)direct["d"]!["content"]);
        Assert.Null(direct["d"]!["guild_id"]);
    }

    [Fact]
    public async Task Guilds_Are_Spread_Over_Shards_And_Direct_Messages_Go_To_The_First()
    {
        var second = Discord.AddGuildOnShard("Elsewhere", 1, 2);
        var there = Discord.AddChannel(second, "general");
        var (zero, _) = await ReadyAsync(shard: 0, shards: 2);
        var (one, _) = await ReadyAsync(shard: 1, shards: 2);
        await Discord.InteractAsync(Ana, there, Interaction.Command("career help"));
        await Discord.InteractAsync(Ana, Discord.DirectMessages(Ana), Interaction.Command("career help"));

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
        await Discord.OutageAsync(Guild);
        await Discord.KickAsync(Guild);

        var outage = await gateway.ReceiveAsync("GUILD_DELETE");
        var kick = await gateway.ReceiveAsync("GUILD_DELETE");
        var post = await Rest.PostAsync($"channels/{Channel.Id}/messages", new JsonObject { ["content"] = "hi" });

        Assert.True((bool)outage["d"]!["unavailable"]!);
        Assert.Null(kick["d"]!["unavailable"]);
        Assert.Equal((403, 50001), (post.Status, (int)post.Body!["code"]!));
    }

    [Fact]
    public async Task Identifying_Can_Be_Refused_Or_Be_Too_Fast()
    {
        Discord.Gateway.RefuseIdentify(4013, times: 1);
        Discord.Gateway.EnforcesMaxConcurrency = true;
        var refused = await CloseAfterAsync(gateway => gateway.IdentifyAsync(Discord.Token));
        var (first, _) = await ReadyAsync();
        await using var second = await RawGateway.OpenAsync(Discord.Gateway.Address);
        await second.ReceiveAsync();
        await second.IdentifyAsync(Discord.Token);
        var tooSoon = await second.ReceiveAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));
        await second.IdentifyAsync(Discord.Token);
        await second.ReceiveAsync("READY");

        Assert.Equal(4013, refused);
        Assert.Equal((9, false), ((int)tooSoon!["op"]!, (bool)tooSoon["d"]!));
        Assert.Equal(996, Discord.Gateway.SessionStarts.Remaining);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task The_Last_Event_Can_Come_Again_And_Nonsense_In_Between()
    {
        var (gateway, _) = await ReadyAsync();
        await using var _1 = gateway;
        var asked = await Discord.InteractAsync(Ana, Channel, Interaction.Command("career help"));
        await Discord.Gateway.ReplayAsync(times: 2);
        var ids = new List<string?>();
        for (var time = 0; time < 3; time++)
        {
            ids.Add((string?)(await gateway.ReceiveAsync("INTERACTION_CREATE"))["d"]!["id"]);
        }

        await Discord.Gateway.SendTextAsync("{");
        await Assert.ThrowsAnyAsync<JsonException>(gateway.ReceiveAsync);
        await Discord.Gateway.SendBytesAsync([.. Enumerable.Repeat((byte)0xFF, 16)]);
        await Assert.ThrowsAsync<WebSocketException>(gateway.ReceiveAsync);

        Assert.Equal([asked.Id, asked.Id, asked.Id], ids);
    }

    private async Task<int?> CloseAfterAsync(Func<RawGateway, Task> misbehave)
    {
        await using var gateway = await RawGateway.OpenAsync(Discord.Gateway.Address);
        await misbehave(gateway);
        return await gateway.ReceiveCloseAsync();
    }
}
