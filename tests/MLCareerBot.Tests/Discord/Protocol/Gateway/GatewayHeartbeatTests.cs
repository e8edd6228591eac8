using System.Text.Json.Nodes;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class GatewayHeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    [Fact]
    public async Task It_Beats_First_At_A_Random_Time_And_Then_On_Time_With_The_Last_Sequence()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        var first = Assert.Single(gateway.Clock.Waits);
        Assert.InRange(first, TimeSpan.Zero, Interval);

        await BeatAsync(gateway, first);
        await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject());
        await gateway.CaughtUpAsync();
        await BeatAsync(gateway, Interval);

        int?[] sequences = [.. gateway.Discord.Frames.Where(frame => frame.Op == 1).Select(frame => (int?)frame.Data)];
        Assert.Equal([1, 2, 2], sequences);
    }

    [Fact]
    public async Task Before_The_First_Event_There_Is_No_Sequence()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Gateway.AnswersIdentify = false;
        gateway.Start();
        await gateway.Discord.UntilAsync(() => gateway.Discord.Identifies == 1);

        await gateway.CaughtUpAsync();

        Assert.Null(Assert.Single(gateway.Discord.Frames, frame => frame.Op == 1).Data);
    }

    [Fact]
    public async Task A_Beat_Without_Answer_Ends_The_Connection_So_That_The_Session_Lives()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        gateway.Gateway.AcknowledgesHeartbeats = false;

        await BeatAsync(gateway, Assert.Single(gateway.Clock.Waits));
        gateway.Clock.Advance(Interval);
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");

        await gateway.Discord.UntilAsync(() => gateway.Discord.Connections[0].ClientCloseCode == 4000);
        Assert.Equal(1, gateway.Discord.Identifies);
    }

    [Fact]
    public async Task A_Half_Open_Connection_Is_Found_Within_Two_Heartbeats()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        await BeatAsync(gateway, Assert.Single(gateway.Clock.Waits));
        await gateway.CaughtUpAsync();

        await gateway.Gateway.GoSilentAsync();
        gateway.Clock.Advance(Interval);
        gateway.Clock.Advance(Interval);

        // It says goodbye, to which nobody answers any more.
        await gateway.Clock.UntilSomethingWaitsAsync(left => left == TimeSpan.FromSeconds(1));
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");
        Assert.Equal(1, gateway.Discord.Identifies);
    }

    [Fact]
    public async Task Asked_For_A_Beat_It_Gives_One_At_Once_But_Never_Too_Many()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        for (var i = 0; i < 500; i++)
        {
            await gateway.Gateway.RequestHeartbeatAsync();
        }

        await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject());
        await gateway.NextAsync("GUILD_UPDATE");
        await gateway.Discord.UntilAsync(() => gateway.Discord.Frames.Count == 110);
        await BeatAsync(gateway, Assert.Single(gateway.Clock.Waits));
        Assert.Null(gateway.Discord.Connections.Single().ServerCloseCode);
    }

    [Fact]
    public async Task Nobody_Who_Takes_His_Time_With_Events_Delays_It()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        using var release = new ManualResetEventSlim();
        gateway.OnDispatch = _ => release.Wait();
        gateway.Start();
        await gateway.Discord.WaitForReadyAsync();
        await gateway.CaughtUpAsync();
        Assert.Equal(PlatformState.Ready, gateway.Status.State);

        await BeatAsync(gateway, Assert.Single(gateway.Clock.Waits));
        for (var i = 0; i < 20; i++)
        {
            await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject());
            await gateway.CaughtUpAsync();
            await BeatAsync(gateway, Interval);
        }

        Assert.Single(gateway.Discord.Connections);
        release.Set();
    }

    [Fact]
    public async Task A_Peer_That_Accepts_And_Says_Nothing_Is_Left()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Gateway.SaysHello = false;
        gateway.Start();

        while (gateway.Log.Pauses == 0)
        {
            await gateway.Clock.UntilSomethingWaitsAsync(_ => true);
            gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(0, gateway.Discord.Identifies);
        Assert.Equal(PlatformState.Reconnecting, gateway.Status.State);
    }

    [Fact]
    public async Task So_Is_One_That_Does_Not_Answer_The_Identify()
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Gateway.AnswersIdentify = false;
        gateway.Start();
        await gateway.Discord.UntilAsync(() => gateway.Discord.Identifies == 1);

        gateway.Clock.Advance(TimeSpan.FromSeconds(20));

        await gateway.UntilItPausesAsync();
        await gateway.Discord.UntilAsync(() => gateway.Discord.Connections[0].ClientCloseCode == 4000);
    }

    // Lets a heartbeat become due and waits for it, and for its answer to have been taken.
    private static async Task BeatAsync(RunningGateway gateway, TimeSpan wait)
    {
        var beats = gateway.Beats;
        gateway.Clock.Advance(wait);
        await gateway.Discord.UntilAsync(() => gateway.Beats > beats);
    }
}
