using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Socket;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

/// <summary>Slack allows fewer sockets than are wanted (fault row 44).</summary>
public sealed class SocketLimitTests
{
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
}
