using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

/// <summary>Finding the gateway, beginning sessions sparingly, and stopping.</summary>
public sealed class GatewayIdentifyTests
{
    [Fact]
    public async Task It_Says_Who_It_Is_And_What_It_Wants_To_Hear_And_No_More()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        var identify = Assert.IsType<JsonObject>(Assert.Single(gateway.Discord.Frames).Data);
        Assert.Equal(["intents", "properties", "token"], identify.Select(field => field.Key).Order());
        Assert.Equal(["browser", "device", "os"], identify["properties"]!.AsObject().Select(field => field.Key).Order());
        Assert.Equal(4609, (int?)identify["intents"]);
        Assert.Equal("?v=10&encoding=json&compress=zlib-stream", gateway.Discord.Connections[0].Query);
        Assert.Equal(new PlatformStatus(PlatformState.Ready, "Connected."), gateway.Status);
    }

    [Fact]
    public async Task A_Token_Copied_With_Quotes_And_Spaces_Is_Sent_Without()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Options.Token = $" \"{gateway.Discord.Token}\"\n";

        gateway.Start();

        await gateway.NextAsync("READY");
    }

    [Fact]
    public async Task Told_To_Stop_It_Says_Goodbye_And_Returns()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        await gateway.StopAsync();

        await gateway.Discord.UntilAsync(() => !gateway.Discord.Connections[0].IsOpen);
        Assert.Equal(1000, gateway.Discord.Connections[0].ClientCloseCode);
        Assert.Equal(PlatformState.Stopped, gateway.Status.State);
    }

    [Fact]
    public async Task A_Peer_That_Does_Not_Say_Goodbye_Is_Cut_After_Two_Seconds()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        await gateway.Gateway.GoSilentAsync();

        var stopping = gateway.StopAsync();
        await gateway.Clock.UntilSomethingWaitsAsync(left => left == TimeSpan.FromSeconds(2));
        Assert.False(stopping.IsCompleted);
        gateway.Clock.Advance(TimeSpan.FromSeconds(2));

        await stopping;
    }

    [Fact]
    public async Task An_Event_That_Nobody_Can_Take_Does_Not_Cost_The_Next()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        var taken = new TaskCompletionSource<GatewayDispatch>();
        gateway.OnDispatch = dispatch =>
        {
            var fails = dispatch.Type == "READY";
            _ = fails ? throw new InvalidOperationException("a bug of ours") : taken.TrySetResult(dispatch);
        };
        gateway.Start();
        await gateway.Discord.WaitForReadyAsync();

        await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject { ["id"] = "7" });

        var dispatch = await taken.Task;
        Assert.Equal((0, "7", gateway.Clock.GetTimestamp()), (dispatch.Shard, dispatch.Data.GetProperty("id").GetString(), dispatch.ReceivedAt));
        Assert.Single(gateway.Log.Lines, line => line.Text.Contains("a bug of ours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_No_Session_Left_It_Waits_Without_Connecting()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Gateway.SessionStarts = new(1000, 0, TimeSpan.FromHours(3), 1);
        gateway.Start();

        await gateway.Clock.UntilSomethingWaitsAsync(left => left == TimeSpan.FromHours(3));
        Assert.Empty(gateway.Discord.Connections);
        Assert.Equal("Discord allows no new session before 2026-11-23 12:00:00Z.", gateway.Status.Detail);

        gateway.Gateway.SessionStarts = new(1000, 1000, TimeSpan.FromHours(24), 1);
        gateway.Clock.Advance(TimeSpan.FromHours(3));
        await gateway.NextAsync("READY");
    }

    [Fact]
    public async Task Discord_Is_Asked_Again_Until_It_Names_Its_Gateway()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        var answers = 0;
        gateway.Info = _ => ++answers < 5
            ? throw new HttpRequestException("502")
            : Task.FromResult(RunningGateway.InfoOf(gateway.Gateway));
        gateway.Start();

        foreach (var most in new[] { 1, 2, 4, 8 })
        {
            gateway.Clock.Advance(await gateway.Clock.UntilSomethingWaitsAsync(left => left.TotalSeconds > most * 0.75));
        }

        await gateway.NextAsync("READY");
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg")]
    [InlineData("wss://evil.example")]
    [InlineData("http://127.0.0.1")]
    public async Task A_Strange_Gateway_Stops_It_With_A_Sentence(string url)
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Info = _ => Task.FromResult(RunningGateway.InfoOf(gateway.Gateway) with { Url = new(url) });

        gateway.Start();
        var stopped = await Assert.ThrowsAsync<DiscordGatewayStoppedException>(() => gateway.Run);

        Assert.Contains("Discord:ApiBaseUrl", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(new PlatformStatus(PlatformState.Stopped, stopped.Message), gateway.Status);
    }

    [Fact]
    public async Task A_Token_That_Rest_Rejects_Stops_It_Too()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Info = _ => throw new PlatformStoppedException("The token is not valid.");

        gateway.Start();

        await Assert.ThrowsAsync<PlatformStoppedException>(() => gateway.Run);
        Assert.Equal("The token is not valid.", gateway.Status.Detail);
    }

    [Fact]
    public async Task A_Redirect_Does_Not_Lead_The_Token_Away()
    {
        using var stranger = new TcpListener(System.Net.IPAddress.Loopback, 0);
        using var redirecting = new TcpListener(System.Net.IPAddress.Loopback, 0);
        stranger.Start();
        redirecting.Start();
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Info = _ => Task.FromResult(RunningGateway.InfoOf(gateway.Gateway) with { Url = new($"ws://{redirecting.LocalEndpoint}") });
        gateway.Start();

        using var client = await redirecting.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 302 Found\r\nLocation: http://{stranger.LocalEndpoint}/\r\nContent-Length: 0\r\n\r\n"));
        await gateway.UntilItPausesAsync();

        Assert.False(stranger.Pending());
    }

    [Fact]
    public async Task A_Host_That_Never_Answers_The_Handshake_Is_Left()
    {
        using var deaf = new TcpListener(System.Net.IPAddress.Loopback, 0);
        deaf.Start();
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Info = _ => Task.FromResult(RunningGateway.InfoOf(gateway.Gateway) with { Url = new($"ws://{deaf.LocalEndpoint}") });
        gateway.Start();

        await gateway.Clock.UntilSomethingWaitsAsync(left => left == TimeSpan.FromSeconds(20));
        gateway.Clock.Advance(TimeSpan.FromSeconds(20));

        await gateway.UntilItPausesAsync();
        Assert.StartsWith("Discord could not be reached.", gateway.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_Shards_Identify_Five_Seconds_Apart()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        (gateway.Gateway.Shards, gateway.Gateway.MinimumShards, gateway.Gateway.EnforcesMaxConcurrency) = (2, 2, true);
        gateway.Start();

        await gateway.NextAsync("READY");
        await gateway.Clock.UntilSomethingWaitsAsync(left => left == TimeSpan.FromSeconds(5));
        gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        await gateway.NextAsync("READY");

        var identifies = gateway.Discord.Frames.Where(frame => frame.Op == 2).ToList();
        Assert.Equal(["[0,2]", "[1,2]"], identifies.Select(frame => frame.Data!["shard"]!.ToJsonString()).Order());
        Assert.Equal(TimeSpan.FromSeconds(5), identifies[1].At - identifies[0].At);
        Assert.All(gateway.Client.Shards, shard => Assert.Equal(PlatformState.Ready, shard.State));
    }

    [Fact]
    public async Task What_Stops_One_Shard_Stops_Both()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        (gateway.Gateway.Shards, gateway.Gateway.SessionStarts) = (2, gateway.Gateway.SessionStarts with { MaxConcurrency = 2 });
        gateway.Start();
        await gateway.NextAsync("READY");
        await gateway.NextAsync("READY");

        await gateway.Gateway.CloseAsync(4014);

        await Assert.ThrowsAsync<DiscordGatewayStoppedException>(() => gateway.Run);
        Assert.All(gateway.Client.Shards, shard => Assert.Equal(PlatformState.Stopped, shard.State));
        Assert.Equal(2, gateway.Discord.Identifies);
    }

    [Fact]
    public async Task A_Day_Of_Sessions_That_Last_Five_Seconds_Costs_No_More_Than_The_Budget()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        var end = gateway.Clock.GetUtcNow() + TimeSpan.FromHours(24);
        gateway.Start();

        for (var sessions = 1; sessions <= IdentifyBudget.Most; sessions++)
        {
            await gateway.NextAsync("READY");
            gateway.Clock.Advance(TimeSpan.FromSeconds(5));
            await gateway.Gateway.CloseAsync(4009);
            await gateway.PassThePauseAsync();
        }

        var rest = await gateway.Clock.UntilSomethingWaitsAsync(left => left > TimeSpan.FromMinutes(2));
        Assert.InRange(gateway.Clock.GetUtcNow() + rest, end, end + TimeSpan.FromMinutes(1));
        Assert.StartsWith("The bot identified 800 times in 24 hours", gateway.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(IdentifyBudget.Most, gateway.Discord.Identifies);

        gateway.Clock.Advance(rest);
        await gateway.NextAsync("READY");
    }

    [Fact]
    public async Task Drops_Cost_Nothing_While_The_Session_Lives()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        for (var i = 0; i < 200; i++)
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(5));
            await gateway.Gateway.DropAsync();
            await gateway.PassThePauseAsync();
            await gateway.NextAsync("RESUMED");
        }

        Assert.Equal((1, 200), (gateway.Discord.Identifies, gateway.Count(6)));
    }
}
