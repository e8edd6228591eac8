using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Protocol.Socket;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

/// <summary>How sockets are opened, and what is a reason to give up.</summary>
public sealed class ConnectTests
{
    [Fact]
    public async Task Opens_Two_Sockets_And_Says_Goodbye_To_Both()
    {
        await using var bed = await SocketBed.StartAsync();
        Assert.Equal(PlatformState.Starting, bed.Client.Status.State);

        bed.Run();
        await bed.UntilUpAsync(2);
        Assert.Equal(new(PlatformState.Ready, "Connected with 2 sockets."), bed.Client.Status);
        await bed.StopAsync();

        Assert.Equal(2, bed.Opens);
        Assert.All(bed.Slack.Connections, connection => Assert.Equal(1000, connection.ClientCloseCode));
        Assert.Equal(PlatformState.Stopped, bed.Client.Status.State);
    }

    [Fact]
    public async Task Is_Not_Ready_Before_The_Hello()
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.SocketMode.SaysHello = false;
        bed.Run();
        await bed.Slack.UntilAsync(() => bed.Slack.Connections.Count == 1);
        Assert.Equal(PlatformState.Starting, bed.Client.Status.State);

        bed.Slack.SocketMode.SaysHello = true;
        await bed.PassAsync(5);
        await bed.PassAsync(0.75);
        await bed.UntilUpAsync(2);

        Assert.Equal(3, bed.Slack.Connections.Count);
    }

    [Fact]
    public async Task Five_Refusals_Are_No_Reason_To_Give_Up()
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.Faults.Next("apps.connections.open", Fault.Error("internal_error"), 3);
        bed.Slack.Faults.Next("apps.connections.open", Fault.Error("team_access_not_granted"), 2);
        bed.Run();

        foreach (var wait in new[] { 0.75, 1.25, 2.25, 4.25, 8.25 })
        {
            await bed.PassAsync(wait);
        }

        await bed.UntilUpAsync(2);
        Assert.Equal(5 + 2, bed.Opens);
    }

    [Fact]
    public async Task Waits_Longer_And_Longer_Up_To_A_Minute_And_For_Ever()
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.Faults.Always("apps.connections.open", Fault.ServerError());
        bed.Run();

        foreach (var wait in new[] { 0.75, 1.25, 2.25, 4.25, 8.25, 16.25, 32.25, 32.25, 32.25 })
        {
            await bed.PassAsync(wait);
        }

        await SocketBed.UntilAsync(() => bed.Opens == 10);
        Assert.Equal(PlatformState.Starting, bed.Client.Status.State);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    [InlineData("not_allowed_token_type")]
    public async Task A_Rejected_App_Token_Stops_It(string error)
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.Faults.Always("apps.connections.open", Fault.Error(error));
        bed.Run();

        var rejected = await Assert.ThrowsAsync<SlackTokenRejectedException>(bed.EndAsync);

        Assert.Equal(1, bed.Opens);
        Assert.Equal(new(PlatformState.Stopped, rejected.Message), bed.Client.Status);
        Assert.Single(bed.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task Socket_Mode_Switched_Off_Stops_It_With_A_Word_On_The_Setting()
    {
        await using var bed = await SocketBed.ConnectAsync();

        await bed.Slack.SocketMode.Connections[1].DisconnectAsync(DisconnectReason.LinkDisabled);
        var stopped = await Assert.ThrowsAsync<PlatformStoppedException>(bed.EndAsync);

        Assert.Contains("Socket Mode", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(PlatformState.Stopped, bed.Client.Status.State);
        Assert.All(bed.Slack.Connections, connection => Assert.Equal(1000, connection.ClientCloseCode));
        Assert.Equal(2, bed.Opens);
    }
}
