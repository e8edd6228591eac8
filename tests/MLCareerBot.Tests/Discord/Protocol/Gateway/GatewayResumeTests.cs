using System.Text.Json.Nodes;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

/// <summary>What the client does when a connection ends: each ending over a real socket.</summary>
public sealed class GatewayResumeTests
{
    // Sooner, an identify would wait for the rest of it.
    private static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Told_To_Reconnect_It_Resumes_At_Once_And_Misses_Nothing()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        await gateway.Gateway.ReconnectAsync();
        await SendNumbersAsync(gateway, 100);
        await gateway.NextAsync("RESUMED");

        Assert.Equal(0, gateway.Log.Pauses);
        Assert.Equal(1, gateway.Discord.Identifies);
        await gateway.Discord.UntilAsync(() => gateway.Discord.Connections[0].ClientCloseCode == 4000);
        Assert.True(gateway.Discord.Connections[1] is { IsResumed: true, IsResumeAddress: true });
        Assert.Equal(gateway.Discord.Connections[0].Query, gateway.Discord.Connections[1].Query);
    }

    [Fact]
    public async Task What_Was_Missed_Comes_Once_And_In_Order()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        List<int> heard = [];
        var resumed = new TaskCompletionSource();
        var ready = new TaskCompletionSource();
        gateway.OnDispatch = dispatch => Note(dispatch, heard, ready, resumed);
        gateway.Start();
        await ready.Task;

        await SendNumbersAsync(gateway, 50);
        await gateway.Gateway.DropAsync();
        await SendNumbersAsync(gateway, 50, from: 50);
        await gateway.PassThePauseAsync();
        await resumed.Task;

        Assert.Equal(Enumerable.Range(0, 100), heard);
    }

    [Fact]
    public async Task A_Refused_Session_Is_Begun_Anew_After_One_To_Five_Seconds_And_Costs_One_Identify()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        gateway.Clock.Advance(BetweenIdentifies);

        await gateway.Gateway.InvalidateAsync(canResume: false);
        var wait = await gateway.PassThePauseAsync();
        await gateway.NextAsync("READY");

        Assert.InRange(wait.TotalSeconds, 1, 5);
        Assert.Equal((2, 0), (gateway.Discord.Identifies, gateway.Count(6)));
        Assert.False(gateway.Discord.Connections[1].IsResumeAddress);
        Assert.Equal(2, CountedOnDisk(gateway));
    }

    [Fact]
    public async Task A_Resume_That_Is_Refused_Does_The_Same()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        gateway.Clock.Advance(BetweenIdentifies);
        gateway.Gateway.ForgetSessions();

        await gateway.Gateway.DropAsync();
        await gateway.PassThePauseAsync();
        var wait = await gateway.PassThePauseAsync();
        await gateway.NextAsync("READY");

        Assert.InRange(wait.TotalSeconds, 1, 5);
        Assert.Equal((2, 1), (gateway.Discord.Identifies, gateway.Count(6)));
        Assert.Equal(3, gateway.Discord.Connections.Count);
    }

    [Fact]
    public async Task A_Session_That_Is_Put_Off_Is_Resumed()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        await gateway.Gateway.InvalidateAsync(canResume: true);
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");

        Assert.Equal(1, gateway.Discord.Identifies);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public async Task After_Most_Close_Codes_It_Resumes(int code)
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        await gateway.Gateway.CloseAsync(code);
        var wait = await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");

        Assert.InRange(wait.TotalSeconds, 0.75, 1);
        Assert.Equal((1, 1), (gateway.Discord.Identifies, gateway.Count(6)));
        Assert.Equal(CloseCode.IsOurFault(code), gateway.Log.Lines.Any(line => line.Text.Contains("blames us; the last opcode sent was 2", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task After_Some_The_Session_Is_Void(int code)
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        gateway.Clock.Advance(BetweenIdentifies);

        await gateway.Gateway.CloseAsync(code);
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("READY");

        Assert.Equal((2, 0), (gateway.Discord.Identifies, gateway.Count(6)));
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task After_Others_It_Stops_With_One_Sentence_And_Has_Identified_Once(int code)
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Gateway.RefuseIdentify(code);

        gateway.Start();
        var stopped = await Assert.ThrowsAsync<DiscordGatewayStoppedException>(() => gateway.Run);

        Assert.Equal((code, CloseCode.StopReason(code)), (stopped.CloseCode, stopped.Message));
        Assert.Equal(new PlatformStatus(PlatformState.Stopped, stopped.Message), gateway.Status);
        Assert.Equal((1, 1), (gateway.Discord.Identifies, gateway.Discord.Connections.Count));
    }

    [Fact]
    public async Task A_Stranger_Named_For_Resuming_Is_Not_Gone_To()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        var ready = new JsonObject { ["session_id"] = gateway.Discord.Connections[0].SessionId, ["resume_gateway_url"] = "wss://discord.gg.evil.example" };
        await gateway.Gateway.DispatchAsync("READY", ready);
        await gateway.NextAsync("READY");

        await gateway.Gateway.DropAsync();
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");

        Assert.True(gateway.Discord.Connections[1] is { IsResumed: true, IsResumeAddress: false });
        Assert.Contains(gateway.Log.Lines, line => line.Text.Contains("not Discord's", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Ready_Full_Of_Nulls_Is_Taken_And_Followed_By_An_Identify()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        gateway.Clock.Advance(BetweenIdentifies);
        await gateway.Gateway.DispatchAsync("READY", new JsonObject { ["session_id"] = null, ["user"] = null, ["new"] = new JsonArray(1) });
        await gateway.NextAsync("READY");
        Assert.Equal(PlatformState.Ready, gateway.Status.State);

        await gateway.Gateway.DropAsync();
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("READY");

        Assert.Equal((2, 0), (gateway.Discord.Identifies, gateway.Count(6)));
    }

    [Fact]
    public async Task A_Gateway_That_Is_Down_Is_Tried_Less_And_Less_Often_And_Then_Resumed()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        gateway.Gateway.AcceptsConnections = false;
        await gateway.Gateway.DropAsync();

        List<double> waits = [];
        for (var i = 0; i < 10; i++)
        {
            waits.Add((await gateway.PassThePauseAsync()).TotalSeconds);
        }

        var last = await gateway.UntilItPausesAsync();
        gateway.Gateway.AcceptsConnections = true;
        gateway.Clock.Advance(last);
        await gateway.NextAsync("RESUMED");

        Assert.All(waits.Zip([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]), pair => Assert.InRange(pair.First, pair.Second * 0.75, pair.Second));
        Assert.Equal(1, gateway.Discord.Identifies);
    }

    private static async Task SendNumbersAsync(RunningGateway gateway, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject { ["id"] = i });
        }
    }

    private static void Note(GatewayDispatch dispatch, List<int> heard, TaskCompletionSource ready, TaskCompletionSource resumed)
    {
        switch (dispatch.Type)
        {
            case "READY":
                ready.TrySetResult();
                break;
            case "RESUMED":
                resumed.TrySetResult();
                break;
            default:
                heard.Add(dispatch.Data.GetProperty("id").GetInt32());
                break;
        }
    }

    private static int CountedOnDisk(RunningGateway gateway) => new IdentifyFile(IdentifyFile.For(gateway.Options).Path).Read().Count;
}
