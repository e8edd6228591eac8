using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Memory;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>Verbs that are better filled in than typed, the reader's own page, and own tips.</summary>
public sealed class VerbFormTests
{
    public static TheoryData<SlackMode> Modes => [SlackMode.Sockets, SlackMode.Http];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task An_Admin_Fills_In_A_Channels_Tips(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var ada = life.Slack.AddUser("ada", isAdmin: true);
        var news = life.Slack.AddChannel("news");
        var form = await OpenAsync(life, () => life.Slack.SlashCommandAsync(ada, life.General, "/career-admin", "setup"));

        var zones = await life.Slack.OptionsRequestAsync(form, "zone", "berl");
        var times = await life.Slack.OptionsRequestAsync(form, "time", "07:45");
        Assert.Equal("Europe/Berlin", (string?)zones[0]?["value"]);
        Assert.Equal("07:45", (string?)times[0]?["value"]);

        await SubmitAsync(life, form, ("channel", news.Id), ("zone", "Europe/Berlin"), ("time", "07:45"));
        var asked = await UntilSaidAsync(life, ada, "Shall I save this?");
        Assert.Equal(life.General.Id, asked.ChannelId);

        await life.Slack.ClickAsync(ada, asked, asked.ButtonId("Save"));
        await UntilSaidAsync(life, ada, "Daily tips are set up");
        var listed = await life.CommandAsync("tips list", command: "/career-admin", by: ada);
        Assert.Contains("07:45 (Europe/Berlin)", listed.Text, StringComparison.Ordinal);
        Assert.Contains(news.Id, listed.Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_Else_Gets_The_Form_And_None_That_Is_Forged_Does_Anything()
    {
        await using var life = await SlackLife.StartAsync();
        var refused = await life.CommandAsync("setup", command: "/career-admin");
        Assert.Contains("for admins", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(life.Slack.OpenViews);

        var ada = life.Slack.AddUser("ada", isAdmin: true);
        var form = await OpenAsync(life, () => life.Slack.SlashCommandAsync(ada, life.General, "/career-admin", "tips set"));
        var stolen = life.Slack.Interactions.ViewSubmission(form, TestBot.FieldsOf([("zone", "Europe/Berlin"), ("time", "09:00")]));
        stolen.Payload["user"]!["id"] = life.Ana.Id;
        var answer = await life.PrivateAnswerAsync(() => life.Slack.DeliverAsync(stolen));
        Assert.Contains("for admins", answer.Text, StringComparison.OrdinalIgnoreCase);

        foreach (var metadata in new[] { "C1", "C1|salary", "x|career-admin setup zone:" })
        {
            var forged = life.Slack.Interactions.ViewSubmission(form, TestBot.FieldsOf([("zone", "Europe/Berlin")]));
            forged.Payload["view"]!["private_metadata"] = metadata;
            var said = await life.PublicAnswerAsync(life.Slack.DirectMessagesWith(ada), () => life.Slack.DeliverAsync(forged));
            Assert.Contains("I don't know that form", said.Text, StringComparison.Ordinal);
        }

        await life.MarkAsync();
        Assert.Contains("No schedules yet", (await life.CommandAsync("tips list", command: "/career-admin", by: ada)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Whoever_Found_An_Answer_Poor_Can_Say_What_Was_Missing(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var answer = await life.CommandAsync("ask how much do machine learning engineers earn");
        var thanks = await life.ClickAsync(answer, "👎");
        var form = await OpenAsync(life, () => life.Slack.ClickAsync(life.Ana, thanks, thanks.ButtonId("Say what was missing")));

        var said = await life.PrivateAnswerAsync(() => SubmitAsync(life, form, ("text", "Figures for Peru, please. <!channel> <@U123456789> ana@example.com")));

        Assert.Contains("Thank you", said.Text, StringComparison.Ordinal);
        var remark = Assert.Single(await life.Bot.Services.GetRequiredService<IFeedback>().LatestAsync(new("slack", life.Slack.TeamId), 10, default));
        Assert.Equal(("salary", true), (remark.Topic, remark.Text.StartsWith("Figures for Peru, please.", StringComparison.Ordinal)));
        Assert.DoesNotContain("ana", remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("U1234", remark.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_App_Home_Shows_Own_Tips_And_Progress_And_Stops_Tips_With_One_Click()
    {
        await using var life = await SlackLife.StartAsync();
        await life.CommandAsync("tips on 10:30 UTC daily");
        await life.Slack.AppHomeOpenedAsync(life.Ana);
        await life.Slack.UntilAsync(() => life.Slack.HomeViews(life.Ana).Count == 1);
        var home = life.Slack.HomeViews(life.Ana)[0];
        Assert.Contains("!date^", home.Json.ToJsonString(), StringComparison.Ordinal);

        var stopped = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.ClickAsync(home, home.ButtonId("Stop")));
        Assert.Contains("Daily tips are off", stopped.Text, StringComparison.Ordinal);
        await life.Slack.UntilAsync(() => life.Slack.HomeViews(life.Ana).Count == 2);
        Assert.Contains("You have no daily tips", life.Slack.HomeViews(life.Ana)[1].Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_Tips_Come_By_Direct_Message_And_Stop_With_One_Click()
    {
        await using var life = await SlackLife.StartAsync();
        await life.Slack.DirectMessageAsync(life.Ana, "tips on 09:01 UTC daily");
        await life.Slack.UntilAsync(() => life.Slack.BotMessages(life.DirectMessages).Count == 1);
        await life.PassUntilAsync(() => life.Clock.GetUtcNow() >= new DateTimeOffset(2026, 11, 23, 9, 3, 10, TimeSpan.Zero));
        using var stop = new CancellationTokenSource();
        var sweeping = life.Bot.Services.GetRequiredService<TipSweep>().RunAsync(stop.Token);
        await life.Slack.UntilAsync(() => life.Slack.BotMessages(life.DirectMessages).Count == 2);
        await stop.CancelAsync();
        await sweeping;

        var tip = life.Slack.BotMessages(life.DirectMessages)[1];
        var stopped = await life.PrivateAnswerAsync(() => life.Slack.ClickAsync(life.Ana, tip, tip.ButtonId("Stop these tips")));
        Assert.Contains("Daily tips are off", stopped.Text, StringComparison.Ordinal);
    }

    private static async Task<FakeMessage> UntilSaidAsync(SlackLife life, FakeUser user, string words)
    {
        bool IsIt(FakeMessage message) => message.Text.Contains(words, StringComparison.Ordinal);
        await life.Slack.UntilAsync(() => life.Slack.EphemeralsFor(user).Any(IsIt));
        return life.Slack.EphemeralsFor(user).First(IsIt);
    }

    private static async Task<FakeView> OpenAsync(SlackLife life, Func<Task> act)
    {
        await act();
        await life.Slack.UntilAsync(() => life.Slack.OpenViews.Count == 1);
        return life.Slack.OpenViews[0];
    }

    private static Task<MLCareerBot.Fakes.Slack.Delivery> SubmitAsync(SlackLife life, FakeView form, params (string Name, string Value)[] fields) =>
        life.Slack.SubmitAsync(form, TestBot.FieldsOf(fields));
}
