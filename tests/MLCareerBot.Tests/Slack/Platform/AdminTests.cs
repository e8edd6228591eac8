using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>Admin verbs are for the workspace's owners and admins, or for those who are set; never for anyone else.</summary>
public sealed class AdminTests
{
    private const string Refusal = "for admins";

    [Fact]
    public async Task Every_Admin_Verb_Refuses_Everyone_Else_By_Whatever_Way()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        var tries = 0;

        foreach (var verb in life.Bot.Table.AdminCommands.Select(command => command.Name + (command.Options.Any(option => option.IsRequired) ? " salary" : "")))
        {
            await RefusesAsync(life, life.Slack.Interactions.SlashCommand(life.Ana, life.General, "/career-admin", verb));
            await RefusesAsync(life, life.Slack.Interactions.SlashCommand(life.Ana, life.General, "/career", $"career-admin {verb}"));
            await RefusesAsync(life, life.Slack.Interactions.SlashCommand(life.Ana, life.DirectMessages, "/career-admin", verb));
            await RefusesAsync(life, await ForgedClickAsync(life, "say:1", $"career-admin {verb}"));
            await RefusesAsync(life, await ForgedClickAsync(life, "share:1", $"career-admin {verb}"));
            await RefusesAsync(life, life.Slack.Events.Mention(life.Ana, life.General, $"career-admin {verb}"));
            var direct = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, $"career-admin {verb}"));
            Assert.Contains(Refusal, direct.Text, StringComparison.OrdinalIgnoreCase);
            tries++;

            // Slack takes one message a second in a channel.
            life.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.InRange(tries, 5, 50);
        Assert.Empty(life.Slack.BotMessages(life.General));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Admins_And_Owners_Of_The_Workspace_Are_Answered_In_Private(bool isAdmin, bool isOwner)
    {
        await using var life = await SlackLife.StartAsync();
        var ada = life.Slack.AddUser("ada", isAdmin, isOwner);

        var status = await life.CommandAsync("status", command: "/career-admin", by: ada);
        var doctor = await life.PrivateAnswerAsync(() => life.Slack.MentionAsync(ada, life.General, "career-admin doctor"), ada);

        Assert.Contains("slack: ready", status.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("bot token is valid", doctor.Text, StringComparison.Ordinal);
        Assert.Empty(life.Slack.BotMessages(life.General));
    }

    [Fact]
    public async Task With_Admins_Set_They_Alone_Are_And_Slack_Is_Not_Asked()
    {
        await using var life = await SlackLife.PrepareAsync();
        var ada = life.Slack.AddUser("ada", isAdmin: true);
        await life.StartBotAsync(settings: ("Slack:Admins:0", life.Ana.Id));

        var mine = await life.CommandAsync("status", command: "/career-admin");
        var hers = await life.CommandAsync("status", command: "/career-admin", by: ada);

        Assert.Contains("slack: ready", mine.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Refusal, hers.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(life.Slack.RequestsTo("users.info"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_Admin_Of_Another_Workspace_Is_None_Here(bool isSet)
    {
        await using var life = await SlackLife.PrepareAsync();
        var ada = life.Slack.AddUser("ada", isAdmin: true);
        await life.StartBotAsync(settings: isSet ? [("Slack:Admins:0", ada.Id)] : []);
        var command = life.Slack.Interactions.SlashCommand(ada, life.General, "/career-admin", "status");
        command.Payload["team_id"] = "T0OTHER";
        var mention = life.Slack.Events.Mention(ada, life.General, "career-admin status");
        mention.Payload["event"]!["user_team"] = "T0OTHER";

        await RefusesAsync(life, command, ada);
        await RefusesAsync(life, mention, ada);
    }

    [Fact]
    public async Task Whom_Slack_Knows_In_Another_Workspace_Or_Under_Another_Id_Is_None()
    {
        await using var life = await SlackLife.StartAsync();
        foreach (var user in new[] { """{"id": "U1", "team_id": "T0OTHER", "is_admin": true}""", $$"""{"id": "U1", "team_id": "{{life.Slack.TeamId}}", "is_admin": true}""" })
        {
            var eve = life.Slack.AddUser("eve");
            life.Slack.Faults.Next("users.info", Fault.Status(200, $$"""{"ok": true, "user": {{user}}}"""));
            await RefusesAsync(life, life.Slack.Interactions.SlashCommand(eve, life.General, "/career-admin", "status"), eve);
        }
    }

    [Fact]
    public async Task If_Slack_Does_Not_Tell_Nobody_Is()
    {
        await using var life = await SlackLife.StartAsync();
        var ada = life.Slack.AddUser("ada", isOwner: true);
        foreach (var fault in new[] { Fault.Error("user_not_found"), Fault.NotJson, Fault.Status(200, """{"ok": true}""") })
        {
            life.Slack.Faults.Clear();
            life.Slack.Faults.Always("users.info", fault);
            await RefusesAsync(life, life.Slack.Interactions.SlashCommand(ada, life.General, "/career-admin", "status"), ada);
        }
    }

    [Fact]
    public async Task Rights_That_Are_Taken_Away_Are_Gone_Within_Five_Minutes_Buttons_Included()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        var ada = life.Slack.AddUser("ada", isAdmin: true);
        var click = await ForgedClickAsync(life, "say:1", "career-admin status", ada);
        var allowed = await life.PrivateAnswerAsync(() => life.Slack.DeliverAsync(click), ada);
        Assert.Contains("slack: ready", allowed.Text, StringComparison.OrdinalIgnoreCase);

        ada.IsAdmin = false;
        await life.PassAsync(TimeSpan.FromMinutes(5));

        await RefusesAsync(life, await ForgedClickAsync(life, "say:1", "career-admin status", ada), ada);
    }

    private static async Task<Delivery> ForgedClickAsync(SlackLife life, string action, string value, FakeUser? by = null)
    {
        var click = life.Slack.Interactions.Click(by ?? life.Ana, await life.CommandAsync("salary", by: by), "say:1");
        click.Payload["actions"]![0]!["action_id"] = action;
        click.Payload["actions"]![0]!["value"] = value;
        return click;
    }

    private static async Task RefusesAsync(SlackLife life, Delivery delivery, FakeUser? by = null) =>
        Assert.Contains(Refusal, (await life.PrivateAnswerAsync(() => life.Slack.DeliverAsync(delivery), by)).Text, StringComparison.OrdinalIgnoreCase);
}
