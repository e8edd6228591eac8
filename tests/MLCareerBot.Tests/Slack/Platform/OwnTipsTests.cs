using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Memory;
using MLCareerBot.Tests.Features.Tips.Sending;
using MLCareerBot.Tests.Slack.Protocol.Socket;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>Somebody's own tips, from the order in a direct message to the button below each.</summary>
public sealed class OwnTipsTests
{
    [Fact]
    public async Task An_Order_In_A_Direct_Message_Belongs_To_The_Workspace_And_Its_Tips_Come_There()
    {
        await using var life = await SlackLife.StartAsync();
        var answer = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "tips on 09:30 UTC daily"));
        Assert.Contains("Daily tips are on", answer.Text, StringComparison.Ordinal);
        Assert.Single(life.Slack.BotMessages(life.DirectMessages));
        Assert.Equal(ChatAddress.DirectTo("slack", life.Ana.Id) with { Workspace = life.Slack.TeamId }, Assert.Single(await OwnAsync(life)).To);

        var tip = await SweptAsync(life);

        Assert.Contains("Tip 1 of", tip.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(life.Slack.Requests, request => request.IsEarly);
    }

    [Fact]
    public async Task One_Click_Below_A_Tip_Stops_Them()
    {
        await using var life = await SlackLife.StartAsync();
        await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "tips on 09:30 UTC daily"));
        var tip = await SweptAsync(life);

        var stopped = await life.ClickAsync(tip, "Stop these tips");

        Assert.Contains("Daily tips are off", stopped.Text, StringComparison.Ordinal);
        Assert.Empty(await OwnAsync(life));
        await life.PassAsync(TimeSpan.FromDays(1));
        var before = life.Slack.BotMessages(life.DirectMessages).Count;
        await SweepAsync(life);
        Assert.Equal(before, life.Slack.BotMessages(life.DirectMessages).Count);
    }

    [Fact]
    public async Task An_Order_In_A_Channel_Is_Welcomed_In_Direct_Messages_Or_Refused_Where_They_Are_Closed()
    {
        await using var life = await SlackLife.StartAsync();
        life.Ana.DirectMessageRefusal = "messages_tab_disabled";
        Assert.Contains("closed to me", (await life.CommandAsync("tips on 09:30 UTC daily")).Text, StringComparison.Ordinal);
        Assert.Empty(await OwnAsync(life));

        life.Ana.DirectMessageRefusal = null;
        var answer = await life.CommandAsync("tips on 09:30 UTC daily");

        Assert.Contains("Daily tips are on", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Stop these tips", Assert.Single(life.Slack.BotMessages(life.DirectMessages)).Buttons());
        Assert.Equal(life.Slack.TeamId, Assert.Single(await OwnAsync(life)).To.Workspace);
    }

    [Fact]
    public async Task An_Admin_Sets_Up_And_Lists_The_Workspaces_Channels_From_A_Direct_Message()
    {
        await using var life = await SlackLife.PrepareAsync();
        await life.StartBotAsync(settings: ("Slack:Admins:0", life.Ana.Id));
        var channel = $"<#{life.General.Id}|general>";

        await life.CommandAsync($"tips set channel:{channel} 09:00 Europe/Berlin", life.DirectMessages, "/career-admin");
        await life.Slack.UntilAsync(() => life.Slack.EphemeralsFor(life.Ana).Any(shown => shown.Text.Contains("Daily tips are set up", StringComparison.Ordinal)));
        var list = await life.CommandAsync("tips list", life.General, "/career-admin");
        var direct = await life.CommandAsync("tips list", life.DirectMessages, "/career-admin");

        Assert.All([list, direct], shown => Assert.Contains(life.General.Id, shown.Text, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<Subscription>> OwnAsync(SlackLife life) =>
        life.Bot.Services.GetRequiredService<ISubscriptions>().OfPlaceAsync(ChatAddress.DirectTo("slack", life.Ana.Id), default);

    // Past the time and the minutes over which tips are spread.
    private static async Task<FakeMessage> SweptAsync(SlackLife life)
    {
        var opened = life.Slack.RequestsTo("apps.connections.open").Count;
        await life.PassAsync(TimeSpan.FromMinutes(35));
        await life.Slack.UntilAsync(() => life.Slack.RequestsTo("apps.connections.open").Count >= opened + 2);
        return await life.PublicAnswerAsync(life.DirectMessages, () => SweepAsync(life));
    }

    // After a while the sockets are others, and nothing is sent before they are there.
    private static async Task SweepAsync(SlackLife life)
    {
        await SocketBed.UntilAsync(() => life.Platform.Status.State == PlatformState.Ready);
        await SweepBed.SweepAsync(life.Bot, () => SweepBed.UntilIdleAsync(life.Clock));
    }
}
