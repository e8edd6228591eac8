using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Socket;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

public sealed class ReconnectTests
{
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
}
