using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

/// <summary>How the bot leaves.</summary>
public sealed class GoodbyeTests
{
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
