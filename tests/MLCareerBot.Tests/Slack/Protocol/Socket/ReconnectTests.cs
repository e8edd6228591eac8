using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Socket;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

public sealed class ReconnectTests
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

    [Fact]
    public async Task A_Refresh_In_The_Middle_Of_Ten_Thousand_Events_Loses_None()
    {
        const int Events = 10_000;
        await using var bed = await SocketBed.ConnectAsync();
        var leaving = bed.Slack.SocketMode.Connections[0];
        for (var sent = 1; sent <= Events; sent++)
        {
            await bed.Slack.MentionAsync(bed.User, bed.Channel, "Hello");
            if (sent == Events / 2)
            {
                await leaving.DisconnectAsync(DisconnectReason.RefreshRequested);
                await bed.Slack.UntilConnectedAsync(3);
            }

            if (sent == Events * 3 / 4)
            {
                await leaving.CloseAsync();
            }
        }

        await SocketBed.UntilAsync(() => bed.Taken.Count >= Events);
        await bed.Slack.UntilAsync(() => bed.Slack.Envelopes.All(envelope => envelope.IsAcked) && !bed.Slack.Connections[0].IsOpen);

        // None had to come again, and none was handed on twice.
        Assert.Equal(Events, bed.Taken.Count);
        Assert.Equal(Events, bed.Taken.Select(envelope => envelope.DedupeKeys[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(bed.Slack.Envelopes, envelope => Assert.Equal((1, 0), (envelope.AckCount, envelope.RetryAttempt)));
        Assert.Equal([1, 2, 3], bed.Slack.Envelopes.Select(envelope => envelope.AckedOn!.Value).Distinct().Order());
        Assert.Equal(3, bed.Slack.Connections.Count);
    }

    [Theory]
    [InlineData(DisconnectReason.Warning)]
    [InlineData(DisconnectReason.RefreshRequested)]
    [InlineData("something_new")]
    public async Task A_Connection_That_Is_To_Go_Serves_Until_It_Goes(string reason)
    {
        await using var bed = await SocketBed.ConnectAsync();
        bed.Slack.Faults.Next("apps.connections.open", Fault.Hang);
        var leaving = bed.Slack.SocketMode.Connections[0];

        // The replacement cannot be had for eight seconds; the old one works all the while.
        await leaving.DisconnectAsync(reason);
        await bed.Slack.UntilAsync(() => bed.Opens == 3);
        var before = new[] { await bed.MentionAsync(), await bed.MentionAsync() };
        Assert.Contains(before, delivery => bed.Slack.EnvelopesOf(delivery)[0].AckedOn == leaving.Number);
        await bed.PassAsync(8);
        await bed.PassAsync(1.25);
        await bed.Slack.UntilConnectedAsync(3);
        var after = new[] { await bed.MentionAsync(), await bed.MentionAsync(), await bed.MentionAsync() };

        Assert.Equal([1, 2, 3], after.Select(delivery => bed.Slack.EnvelopesOf(delivery)[0].AckedOn!.Value).Order());
        Assert.Equal(PlatformState.Ready, bed.Client.Status.State);
    }

    [Fact]
    public async Task A_Connection_That_Slack_Forgets_To_Take_Away_Is_Closed()
    {
        await using var bed = await SocketBed.ConnectAsync();
        await bed.Slack.SocketMode.Connections[0].DisconnectAsync(DisconnectReason.RefreshRequested);

        // Three connections that may fall silent, and one of them that is to go.
        await bed.UntilWaitsAsync(4, seconds: 30);

        bed.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var i = 0; i < 3; i++)
        {
            await bed.MentionAsync();
        }

        bed.Clock.Advance(TimeSpan.FromSeconds(11));
        await bed.Slack.UntilAsync(() => !bed.Slack.Connections[0].IsOpen);

        Assert.Equal([1000, null, null], bed.Slack.Connections.Select(connection => connection.ClientCloseCode));
    }

    [Fact]
    public async Task An_Abort_Of_One_Does_Not_Show_And_Of_Both_Not_For_Long()
    {
        await using var bed = await SocketBed.ConnectAsync();

        bed.Slack.SocketMode.Connections[0].Abort();
        await bed.UntilUpAsync(1);
        Assert.Equal(PlatformState.Ready, bed.Client.Status.State);
        bed.Slack.SocketMode.Connections[0].Abort();
        await SocketBed.UntilAsync(() => bed.Client.Status.State == PlatformState.Reconnecting);
        var waiting = await bed.Slack.MentionAsync(bed.User, bed.Channel, "Hello");
        await bed.PassAsync(0.75);
        await bed.UntilUpAsync(2);
        await bed.Slack.UntilAcknowledgedAsync(waiting);

        Assert.Equal(4, bed.Opens);
    }

    [Fact]
    public async Task A_Peer_That_Greets_And_Hangs_Up_Is_Called_Less_And_Less()
    {
        await using var bed = await SocketBed.ConnectAsync();
        var lost = bed.Slack.SocketMode.Connections[0];
        foreach (var wait in new[] { 0.75, 1.25, 2.25, 4.25 })
        {
            lost.Abort();
            await bed.UntilUpAsync(1);
            await bed.PassAsync(wait);
            await bed.UntilUpAsync(2);
            lost = bed.Slack.SocketMode.Connections[1];
        }
    }

    [Fact]
    public async Task Half_Open_Sockets_Are_Found_Within_A_Minute()
    {
        await using var bed = await SocketBed.ConnectAsync();
        var lost = bed.Slack.SocketMode.Connections;
        foreach (var connection in lost)
        {
            connection.GoSilent();
        }

        await bed.UntilWaitsAsync(2, seconds: 30);
        var start = bed.Clock.GetUtcNow();
        bed.Clock.Advance(TimeSpan.FromSeconds(30));
        await bed.UntilUpAsync(2);
        await bed.MentionAsync();

        Assert.True(bed.Clock.GetUtcNow() - start <= TimeSpan.FromSeconds(60));
        Assert.Equal(4, bed.Opens);
        await bed.Slack.UntilAsync(() => bed.Slack.Connections.Count(connection => connection.IsOpen) == 2);
    }

    [Fact]
    public async Task Is_Not_Ready_While_It_Hears_Nothing()
    {
        await using var bed = await SocketBed.ConnectAsync();
        bed.Slack.Faults.Always("apps.connections.open", Fault.Error("internal_error"));
        foreach (var connection in bed.Slack.SocketMode.Connections)
        {
            connection.GoSilent();
        }

        await bed.UntilWaitsAsync(2, seconds: 30);
        bed.Clock.Advance(TimeSpan.FromSeconds(30));

        await SocketBed.UntilAsync(() => bed.Client.Status.State == PlatformState.Reconnecting);
    }

    [Fact]
    public async Task A_Quiet_Connection_That_Pings_Is_Alive()
    {
        await using var bed = await SocketBed.StartAsync();
        using var web = new SlackWeb(
            new() { BotToken = bed.Slack.BotToken, AppToken = bed.Slack.AppToken, ApiBaseUrl = bed.Slack.ApiBaseUrl },
            WebTransport.NewHandler(), bed.Clock, new Random(1), bed.Log);
        var ticket = await new SlackApi(web, bed.Clock).OpenConnectionAsync(default);
        using var wire = await SocketWire.ConnectAsync(ticket.Address, bed.Clock, default);
        var receiving = wire.ReceiveAsync(new());
        await receiving;
        var quiet = wire.ReceiveAsync(new());

        bed.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(TimeSpan.FromSeconds(29), wire.Silence);
        await bed.Slack.SocketMode.Connections[0].PingAsync();
        await SocketBed.UntilAsync(() => wire.Silence == TimeSpan.Zero);

        Assert.False(quiet.IsCompleted);
        wire.Abort();
        await Assert.ThrowsAnyAsync<Exception>(() => quiet);
    }

    [Fact]
    public async Task With_Too_Many_Sockets_One_Is_Enough()
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.SocketMode.MostConnections = 1;
        bed.Run();
        await bed.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(45));

        bed.Clock.Advance(TimeSpan.FromSeconds(20));
        await bed.MentionAsync();
        bed.Clock.Advance(TimeSpan.FromSeconds(25));
        await SocketBed.UntilAsync(() => bed.Log.Lines.Any(line => line.Text.Contains("given up", StringComparison.Ordinal)));

        Assert.Equal(2, bed.Opens);
        Assert.Equal(new(PlatformState.Ready, "Connected with one socket."), bed.Client.Status);
    }

    [Fact]
    public async Task Told_Both_That_They_Are_Too_Many_One_Stays()
    {
        await using var bed = await SocketBed.ConnectAsync();
        foreach (var connection in bed.Slack.SocketMode.Connections)
        {
            await connection.DisconnectAsync(DisconnectReason.TooManyWebSockets);
        }

        await bed.UntilWaitsAsync(2, seconds: 45);
        bed.Clock.Advance(TimeSpan.FromSeconds(20));
        await bed.MentionAsync();
        await bed.MentionAsync();
        bed.Clock.Advance(TimeSpan.FromSeconds(25));
        await bed.Slack.UntilAsync(() => bed.Slack.Connections.Count == 3);
        await bed.UntilUpAsync(1);
        await bed.MentionAsync();

        Assert.Equal(3, bed.Opens);
    }

    [Fact]
    public async Task With_No_Socket_Allowed_There_Is_No_Storm()
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.SocketMode.MostConnections = 0;
        bed.Run();

        for (var minute = 0; minute < 10; minute++)
        {
            await bed.PassAsync(45);
        }

        await bed.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(45));
        Assert.Equal(11, bed.Opens);
        bed.Slack.SocketMode.MostConnections = 10;
        await bed.PassAsync(45);
        await bed.UntilUpAsync(2);
    }

    [Fact]
    public async Task What_Was_Taken_Is_Acknowledged_Before_The_Goodbye()
    {
        await using var bed = await SocketBed.ConnectAsync();
        var deciding = new TaskCompletionSource<EnvelopeAnswer>();
        bed.Decide = _ => deciding.Task;
        var delivery = await bed.Slack.MentionAsync(bed.User, bed.Channel, "Hello");
        await SocketBed.UntilAsync(() => bed.Taken.Count == 1);

        var stopping = bed.StopAsync();
        Assert.False(stopping.IsCompleted);
        deciding.SetResult(EnvelopeAnswer.Ack);
        await stopping;

        Assert.True(Assert.Single(bed.Slack.EnvelopesOf(delivery)).IsAcked);
    }

    [Fact]
    public async Task A_Peer_That_Does_Not_Hang_Up_Is_Left_After_Two_Seconds()
    {
        await using var bed = await SocketBed.ConnectAsync();
        foreach (var connection in bed.Slack.SocketMode.Connections)
        {
            connection.GoSilent();
        }

        var stopping = bed.StopAsync();
        await bed.UntilWaitsAsync(2, seconds: 2);
        bed.Clock.Advance(TimeSpan.FromSeconds(2));

        await stopping;
    }

    [Fact]
    public async Task No_Ticket_Is_In_Any_Log()
    {
        await using var bed = await SocketBed.StartAsync();
        bed.Slack.Faults.Next("apps.connections.open", Fault.NotJson);
        bed.Slack.Faults.Next("apps.connections.open", Fault.Status(200, """{"ok": true, "url": "wss://evil.example/?ticket=secret"}"""));
        bed.Slack.Faults.Next("apps.connections.open", Fault.Status(200, """{"ok": true, "url": "ws://127.0.0.1:9/?ticket=secret"}"""));
        bed.Slack.Faults.Next("apps.connections.open", Fault.Status(200, $$"""{"ok": true, "url": "{{bed.Slack.ApiBaseUrl.AbsoluteUri.Replace("http", "ws", StringComparison.Ordinal)}}?ticket=secret"}"""));
        bed.Run();
        foreach (var wait in new[] { 0.75, 1.25, 2.25, 4.25 })
        {
            await bed.PassAsync(wait);
            Assert.DoesNotContain("secret", bed.Client.Status.Detail, StringComparison.Ordinal);
        }

        await bed.UntilUpAsync(2);
        await bed.StopAsync();

        Assert.NotEmpty(bed.Log.Lines);
        Assert.DoesNotContain(bed.Log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal) || line.Text.Contains("ticket", StringComparison.Ordinal));
        Assert.DoesNotContain(bed.Log.Lines, line => line.Text.Contains(bed.Slack.AppToken, StringComparison.Ordinal));
    }
}
