using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>By what ways an answer reaches whoever asked, when the first is barred.</summary>
public sealed class AnswerWaysTests
{
    [Fact]
    public async Task The_Command_Has_The_Name_That_Is_Set()
    {
        await using var life = await SlackLife.StartAsync(settings: ("Slack:Command", "/ml"));
        var admin = life.Slack.AddUser("ada", isAdmin: true);
        life.Slack.DefineCommand("/ml", shouldEscape: false);
        life.Slack.DefineCommand("/ml-admin", shouldEscape: true);

        var salary = await life.CommandAsync("salary hourly", command: "/ml");
        var typedTwice = await life.CommandAsync("/ml salary hourly", command: "/ml");
        var status = await life.CommandAsync("status", command: "/ml-admin", by: admin);
        var mention = await life.PrivateAnswerAsync(() => life.Slack.MentionAsync(admin, life.General, "ml-admin status"), admin);
        await life.Slack.AppHomeOpenedAsync(life.Ana);
        await life.Slack.UntilAsync(() => life.Slack.HomeViews(life.Ana).Count == 1);

        Assert.All([salary, typedTwice], answer => Assert.Contains("$54.05", answer.Text, StringComparison.Ordinal));
        Assert.All([status, mention], answer => Assert.Contains("slack: ready", answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("/ml ask", life.Slack.HomeViews(life.Ana)[0].Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Answer_Whose_Address_Is_Used_Up_Comes_All_The_Same()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Faults.ResponseUrl, Fault.Status(404, "used_url"), times: 2);
        var elsewhere = life.Slack.AddChannel("elsewhere", hasBot: false);

        var here = await life.CommandAsync("salary");
        var direct = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.SlashCommandAsync(life.Ana, elsewhere, "/career", "salary"));

        Assert.Equal(here.Text, direct.Text);
        Assert.Single(life.Slack.RequestsTo("chat.postEphemeral"), request => request.Error is null);
    }

    [Theory]
    [InlineData("not_in_channel")]
    [InlineData("restricted_action")]
    public async Task What_May_Not_Be_Shared_There_Comes_To_The_Asker_All_The_Same(string error)
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Faults.ResponseUrl, Fault.Status(404, "used_url"), times: 3);
        life.Slack.Faults.Next("chat.postMessage", Fault.Error(error));
        life.Slack.Faults.Next("chat.postEphemeral", Fault.Error(error));

        var direct = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", "ask do I need a degree share:true"));

        Assert.DoesNotContain("Shared by", direct.Text, StringComparison.Ordinal);
        Assert.Empty(life.Slack.VisibleMessages(life.General));
    }

    [Fact]
    public async Task An_Answer_In_Private_That_May_Be_Lost_Is_Given_Again()
    {
        await using var life = await SlackLife.StartAsync();
        foreach (var fault in new[] { Fault.ServerError(500), Fault.DropBeforeEffect, Fault.Hang, Fault.Status(410, "expired_url") })
        {
            life.Slack.Faults.Next(Faults.ResponseUrl, fault);
            Assert.Contains("$112,430", (await life.PassUntilDoneAsync(life.CommandAsync("salary"))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_Answer_For_Everyone_That_May_Be_There_Is_Not_Given_Again()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Faults.ResponseUrl, Fault.DropAfterEffect);

        await life.PublicAnswerAsync(life.General, () => life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", "ask do I need a degree share:true"));
        await life.Bot.Log.UntilAsync("may not have been answered");

        await life.StopAsync();
        Assert.Single(life.Slack.VisibleMessages(life.General));
    }

    [Fact]
    public async Task An_Answer_That_Slack_Refuses_Is_Owned_Up_To()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Faults.ResponseUrl, Fault.Status(400, """{"ok": false, "error": "invalid_blocks"}"""));
        life.Slack.Faults.Next("chat.postEphemeral", Fault.Error("invalid_blocks"));

        var answer = await life.CommandAsync("salary");

        Assert.Contains("Something went wrong", answer.Text, StringComparison.Ordinal);
        await life.Bot.Log.UntilAsync("Slack refused an answer");
    }

    private static async Task<Delivery> MentionAsync(SlackLife life, string text, string? thread = null)
    {
        Delivery? mention = null;
        await life.PublicAnswerAsync(life.General, async () => mention = await life.Slack.MentionAsync(life.Ana, life.General, text, thread));
        return mention!; // Set before it was answered.
    }
}
