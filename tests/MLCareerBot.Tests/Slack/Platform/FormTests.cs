using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>The form for questions, the App Home and the assistant's pane.</summary>
public sealed class FormTests
{
    public static TheoryData<SlackMode> Modes => [SlackMode.Sockets, SlackMode.Http];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Bare_Ask_Opens_A_Form_Whose_List_Is_Filled_While_One_Types(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var form = await OpenAsync(life, () => life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", " ask "));

        var all = await life.Slack.OptionsRequestAsync(form, "topic", "");
        var some = await life.Slack.OptionsRequestAsync(form, "topic", "how long");
        var answer = await life.PrivateAnswerAsync(() => SubmitAsync(life, form, ("topic", (string)some[0]!["value"]!)));

        Assert.InRange(all.Count, 20, 100);
        Assert.StartsWith("How long", (string?)some[0]?["text"]?["text"], StringComparison.Ordinal);
        Assert.Contains((string)some[0]!["text"]!["text"]!, answer.Text, StringComparison.Ordinal);
        Assert.Equal(life.General.Id, answer.ChannelId);
        Assert.Empty(life.Slack.OpenViews);
        Assert.Empty(life.Slack.Responses);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Own_Words_Are_Answered_And_Nothing_At_All_Is_Pointed_Out(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var form = await OpenAsync(life, () => life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", "ask"));

        var empty = await SubmitAsync(life, form);
        var blank = await SubmitAsync(life, form, ("question", "  \n "));
        Assert.Single(life.Slack.OpenViews);
        Assert.Contains("Choose a question", AnswerTo(life, empty), StringComparison.Ordinal);
        Assert.Contains("Choose a question", AnswerTo(life, blank), StringComparison.Ordinal);

        var answer = await life.PrivateAnswerAsync(() => SubmitAsync(life, form, ("question", "do I need a PhD?")));
        Assert.Contains("Ph.D.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Form_Opened_In_A_Thread_Is_Answered_There()
    {
        await using var life = await SlackLife.StartAsync();
        var mention = life.Slack.Events.Mention(life.Ana, life.General, "hello");
        var reply = await life.PublicAnswerAsync(life.General, () => life.Slack.DeliverAsync(mention));
        var click = life.Slack.Interactions.Click(life.Ana, reply, reply.ButtonId(reply.Buttons()[0]));
        click.Payload["actions"]![0]!["action_id"] = "ask:1";
        click.Payload["actions"]![0]!["value"] = "";

        var form = await OpenAsync(life, () => life.Slack.DeliverAsync(click));
        var answer = await life.PrivateAnswerAsync(() => SubmitAsync(life, form, ("question", "salary")));

        Assert.Equal((life.General.Id, mention.Message?.Ts), (answer.ChannelId, answer.ThreadTs));
    }

    [Fact]
    public async Task A_Form_Opened_Where_The_Bot_Is_Not_Is_Answered_In_Direct_Messages()
    {
        await using var life = await SlackLife.StartAsync();
        var elsewhere = life.Slack.AddChannel("elsewhere", ChannelKind.Private, hasBot: false);
        var form = await OpenAsync(life, () => life.Slack.SlashCommandAsync(life.Ana, elsewhere, "/career", "ask"));

        var answer = await life.PublicAnswerAsync(life.DirectMessages, () => SubmitAsync(life, form, ("question", "do I need a PhD?")));

        Assert.Contains("Ph.D.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired_trigger_id")]
    [InlineData("exchanged_trigger_id")]
    public async Task Too_Late_For_A_Form_It_Says_How_To_Ask(string error)
    {
        await using var life = await SlackLife.StartAsync(settings: ("Slack:Command", "/ml"));
        life.Slack.Faults.Next("views.open", Fault.Error(error));

        var answer = await life.CommandAsync("ask", command: "/ml");

        Assert.Contains("/ml ask", answer.Text, StringComparison.Ordinal);
        Assert.Single(life.Slack.RequestsTo("views.open"));
    }

    [Fact]
    public async Task Whether_A_Form_Opened_Or_Not_It_Says_How_To_Ask_If_Slack_Does_Not_Tell()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next("views.open", Fault.ServerError(500));

        var answer = await life.CommandAsync("ask");

        Assert.Contains("/career ask", answer.Text, StringComparison.Ordinal);
        Assert.Single(life.Slack.RequestsTo("views.open"));
    }

    [Theory]
    [InlineData("career_ask_form")]
    [InlineData("career_old_form")]
    public async Task A_Form_From_Another_Version_Is_Closed_And_It_Says_How_To_Ask(string callbackId)
    {
        await using var life = await SlackLife.StartAsync();
        var form = await OpenAsync(life, () => life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", "ask"));
        var submission = life.Slack.Interactions.ViewSubmission(form, new Dictionary<string, string>());
        submission.Payload["view"]!["callback_id"] = callbackId;
        submission.Payload["view"]!["state"]!["values"] = new JsonObject { ["words"] = new JsonObject { ["words"] = new JsonObject { ["value"] = "salary" } } };

        var answer = await life.PrivateAnswerAsync(() => life.Slack.DeliverAsync(submission));

        Assert.Contains("/career ask", answer.Text, StringComparison.Ordinal);
        Assert.Null(life.Slack.EnvelopesOf(submission)[0].AckPayload);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task The_Shortcut_Of_The_Workspace_Opens_The_Form_And_Is_Answered_In_Direct_Messages(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var form = await OpenAsync(life, () => life.Slack.GlobalShortcutAsync(life.Ana, "career_ask"));

        var answer = await life.PublicAnswerAsync(life.DirectMessages, () => SubmitAsync(life, form, ("question", "do I need a PhD?")));

        Assert.Contains("Ph.D.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task The_App_Home_Is_Published_And_Its_Buttons_Work(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);

        await life.Slack.AppHomeOpenedAsync(life.Ana);
        await life.Slack.UntilAsync(() => life.Slack.HomeViews(life.Ana).Count == 1);
        var home = life.Slack.HomeViews(life.Ana)[0];
        var answer = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.ClickAsync(home, home.ButtonId("Salary")));
        var form = await OpenAsync(life, () => life.Slack.ClickAsync(home, home.ButtonId("Ask a question")));

        Assert.Contains("$112,430", answer.Text, StringComparison.Ordinal);
        Assert.Equal("", form.PrivateMetadata);
    }

    [Fact]
    public async Task The_App_Home_Is_Published_Once_A_Minute_And_Not_For_Its_Other_Tab()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);

        await life.Slack.AppHomeOpenedAsync(life.Ana, "messages");
        await life.Slack.AppHomeOpenedAsync(life.Ana);
        await life.Slack.UntilAsync(() => life.Slack.HomeViews(life.Ana).Count == 1);
        await life.PassAsync(TimeSpan.FromSeconds(20));
        for (var time = 0; time < 10; time++)
        {
            await life.Slack.AppHomeOpenedAsync(life.Ana);
        }

        await life.MarkAsync();
        Assert.Single(life.Slack.RequestsTo("views.publish"));

        await life.PassAsync(TimeSpan.FromSeconds(40));
        await life.Slack.AppHomeOpenedAsync(life.Ana);
        await life.Slack.UntilAsync(() => life.Slack.HomeViews(life.Ana).Count == 2);
    }

    [Fact]
    public async Task The_Assistant_Offers_Questions_And_Says_When_It_Is_At_Work()
    {
        await using var life = await SlackLife.StartAsync();
        var started = await life.Slack.DeliverAsync(life.Slack.Events.AssistantThreadStarted(life.Ana));
        await life.Slack.UntilAsync(() => life.Slack.RequestsTo("assistant.threads.setSuggestedPrompts").Count == 1);
        var thread = (string)started.Payload["event"]!["assistant_thread"]!["thread_ts"]!;

        var answer = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "do I need a PhD?", thread));
        await life.Slack.UntilAsync(() => life.Slack.RequestsTo("assistant.threads.setStatus").Count == 2);

        Assert.Equal(thread, answer.ThreadTs);
        Assert.Equal(["is looking it up...", ""], life.Slack.RequestsTo("assistant.threads.setStatus").Select(request => request["status"]));
        Assert.All(life.Slack.RequestsTo("assistant.threads.setStatus"), request => Assert.Equal(thread, request["thread_ts"]));
    }

    private static async Task<FakeView> OpenAsync(SlackLife life, Func<Task> act)
    {
        await act();
        await life.Slack.UntilAsync(() => life.Slack.OpenViews.Count == 1);
        return life.Slack.OpenViews[0];
    }

    private static async Task<Delivery> SubmitAsync(SlackLife life, FakeView form, params (string Name, string Value)[] values)
    {
        var submission = await life.Slack.SubmitAsync(form, TestBot.FieldsOf(values));
        if (life.Slack.HttpEndpoints is null)
        {
            await life.Slack.UntilAcknowledgedAsync(submission);
        }

        return submission;
    }

    private static string AnswerTo(SlackLife life, Delivery submission) => life.Slack.HttpEndpoints is null
        ? life.Slack.EnvelopesOf(submission)[0].AckPayload?["errors"]?.ToJsonString() ?? ""
        : life.Slack.HttpAnswers.Last(answer => answer.Delivery == submission).Body;
}
