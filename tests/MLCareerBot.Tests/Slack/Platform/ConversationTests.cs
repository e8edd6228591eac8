using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>People and the bot on Slack, over real sockets and over signed HTTP.</summary>
public sealed class ConversationTests
{
    private const string Share = "Share in channel";

    private static readonly string[] Subtypes =
        ["message_changed", "message_deleted", "bot_message", "channel_join", "thread_broadcast", "file_share", "assistant_app_thread"];

    public static TheoryData<SlackMode> Modes => [SlackMode.Sockets, SlackMode.Http];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Every_Verb_Is_Answered_To_The_Asker_Alone(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);

        foreach (var command in life.Bot.Table.Commands)
        {
            var required = command.Options.Any(option => option.IsRequired) ? " how much do ml engineers make" : "";
            var answer = await life.CommandAsync(command.Name + required);

            Assert.StartsWith("*", answer.Text, StringComparison.Ordinal);
        }

        Assert.Empty(life.Slack.VisibleMessages(life.General));
        Assert.DoesNotContain(life.Slack.Responses, response => response.HasAuthorization);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Question_Gets_Its_Figures_With_Their_Sources(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);

        var answer = await life.CommandAsync("ask how much do ml engineers make");

        Assert.Contains("$112,430", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Source: B", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Share, answer.Buttons());
    }

    [Fact]
    public async Task A_Follow_Up_Is_Understood_Through_The_Answer_Before_It()
    {
        await using var life = await SlackLife.StartAsync();

        await life.CommandAsync("ask how much do ml engineers make");
        var answer = await life.CommandAsync("ask and per hour?");

        Assert.Contains("$54.05", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Mention_Is_Answered_In_A_Thread_Of_Its_Own(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);

        var mention = await MentionAsync(life, "do I need a PhD?");

        var reply = Assert.Single(life.Slack.BotMessages(life.General));
        Assert.Contains("Ph.D.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(mention.Message?.Ts, reply.ThreadTs);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Thread_Stays_A_Thread(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var first = await MentionAsync(life, "how much do ml engineers make?");
        var second = await MentionAsync(life, "and per hour?", first.Message?.Ts);

        var replies = life.Slack.BotMessages(life.General);
        Assert.NotEqual(first.Message?.Ts, second.Message?.Ts);
        Assert.Equal([first.Message?.Ts, first.Message?.Ts], replies.Select(reply => reply.ThreadTs));
        Assert.Contains("$54.05", replies[1].Text, StringComparison.Ordinal);

        var next = await life.ClickAsync(replies[0], replies[0].Buttons()[0]);
        Assert.Equal(first.Message?.Ts, next.ThreadTs);
        var shared = await life.PublicAnswerAsync(life.General, () => life.Slack.ClickAsync(life.Ana, next, next.ButtonId(Share)));
        Assert.Equal(first.Message?.Ts, shared.ThreadTs);
    }

    [Fact]
    public async Task What_Is_Private_Stays_So_After_A_Mention()
    {
        await using var life = await SlackLife.StartAsync();

        var help = await life.PrivateAnswerAsync(() => life.Slack.MentionAsync(life.Ana, life.General, "help"));

        Assert.Contains("roadmap", help.Text, StringComparison.Ordinal);
        Assert.Empty(life.Slack.BotMessages(life.General));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Direct_Message_Is_A_Question_And_Is_Answered_In_Place(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);

        var reply = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "which programming languages should I learn?"));

        Assert.Contains("Python", reply.Text, StringComparison.Ordinal);
        Assert.Null(reply.ThreadTs);
        Assert.DoesNotContain(Share, reply.Buttons());
    }

    [Fact]
    public async Task A_Button_In_Direct_Messages_Goes_On_With_The_Conversation()
    {
        await using var life = await SlackLife.StartAsync();
        var reply = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "how much do ml engineers make"));

        var next = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.ClickAsync(life.Ana, reply, reply.ButtonId(reply.Buttons()[0])));
        var thanks = await life.ClickAsync(reply, "👍");

        Assert.StartsWith($"*{reply.Buttons()[0]}*", next.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you", thanks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_Two_Other_People_A_Command_Is_Answered_To_The_One_Who_Asked()
    {
        await using var life = await SlackLife.StartAsync();
        var others = life.Slack.DirectMessagesWith(life.Slack.AddUser("ben"));

        var answer = await life.CommandAsync("salary", others);
        var next = await life.ClickAsync(answer, answer.Buttons()[0]);

        Assert.Equal((others.Id, others.Id), (answer.ChannelId, next.ChannelId));
        Assert.DoesNotContain(Share, answer.Buttons());
        Assert.Empty(life.Slack.VisibleMessages(others));
    }

    [Fact]
    public async Task Below_What_Was_Shared_Between_Two_Other_People_It_Goes_On_With_One_Of_Them()
    {
        await using var life = await SlackLife.StartAsync();
        var others = life.Slack.DirectMessagesWith(life.Slack.AddUser("ben"));
        var shared = await life.PublicAnswerAsync(others, () => life.Slack.SlashCommandAsync(life.Ana, others, "/career", "ask do I need a degree share:true"));

        await life.ClickAsync(shared, shared.Buttons()[0]);

        await life.StopAsync();
        Assert.Single(life.Slack.VisibleMessages(others));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Button_Leads_On_To_Its_Own_Question(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var asked = await life.CommandAsync("ask what is a machine learning engineer");

        var answer = await life.ClickAsync(asked, asked.Buttons()[0]);

        Assert.StartsWith($"*{asked.Buttons()[0]}*", answer.Text, StringComparison.Ordinal);
        Assert.Empty(life.Slack.VisibleMessages(life.General));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Sharing_Shows_The_Very_Answer_To_Everyone_And_Who_Shared_It(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var mallory = life.Slack.AddUser("<!channel>&<@U1>");
        var asked = await life.CommandAsync("ask do I need a degree", by: mallory);

        var shared = await life.PublicAnswerAsync(life.General, () => life.Slack.ClickAsync(mallory, asked, asked.ButtonId(Share)));

        Assert.Equal($"Shared by &lt;!channel&gt;&amp;&lt;@U1&gt;\n\n{asked.Text}", shared.Text);
        Assert.Equal("Shared by <!channel>&<@U1>", (string?)shared.Blocks[0]?["elements"]?[0]?["text"]);
        Assert.Equal("plain_text", (string?)shared.Blocks[0]?["elements"]?[0]?["type"]);
        Assert.DoesNotContain(Share, shared.Buttons());
    }

    [Theory]
    [InlineData("ask do I need a degree share:true", true)]
    [InlineData("ask do I need a degree share:false", false)]
    [InlineData("tip share:true", true)]
    [InlineData("help share:true", false)]
    public async Task What_Is_Asked_For_With_Share_Is_Shown_To_Everyone(string text, bool isShared)
    {
        await using var life = await SlackLife.StartAsync();

        await life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", text);
        await life.Slack.UntilAsync(() => life.Slack.Responses is [{ Status: 200 }]);

        Assert.Equal(isShared ? 1 : 0, life.Slack.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task A_Rating_Is_Thanked_For_In_Private()
    {
        await using var life = await SlackLife.StartAsync();
        var asked = await life.CommandAsync("ask do I need a degree");

        Assert.Contains("Thank you", (await life.ClickAsync(asked, "👍")).Text, StringComparison.Ordinal);
        Assert.Contains("Thank you", (await life.ClickAsync(asked, "👎")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_Message_Of_Somebody_Else_Can_Be_Answered_From_Its_Menu(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);
        var question = life.Slack.Events.ChannelMessage(life.Slack.AddUser("ben"), life.General, "help! how long does it take to become an ml engineer?").Message!;
        var inThread = life.Slack.Events.ChannelMessage(life.Ana, life.General, "do I need a degree?", question.Ts).Message!;

        var answer = await life.PrivateAnswerAsync(() => life.Slack.MessageShortcutAsync(life.Ana, question, "career_answer_message"));
        var other = await life.PrivateAnswerAsync(() => life.Slack.MessageShortcutAsync(life.Ana, inThread, "career_answer_message"));

        Assert.Contains("How long", answer.Text, StringComparison.Ordinal);
        Assert.Equal((null, question.Ts), (answer.ThreadTs, other.ThreadTs));
    }

    [Fact]
    public async Task Nobody_Is_Answered_Who_Did_Not_Ask()
    {
        await using var life = await SlackLife.StartAsync();
        var events = life.Slack.Events;
        var own = await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "salary"));
        var robot = life.Slack.AddUser("robot");

        Delivery[] others =
        [
            events.ChannelMessage(life.Ana, life.General, "how much do ml engineers make?"),
            events.BotMessage(life.General, $"<@{life.Slack.BotUserId}> salary"),
            events.BotMessage(life.General, $"<@{life.Slack.BotUserId}> salary", asMention: true),
            events.Echo(own),
            .. Subtypes.Select(subtype => events.Subtype(subtype, robot, life.DirectMessages, new() { ["text"] = "salary" })),
            events.AppRateLimited(),
            events.MemberJoined(life.General, robot),
            events.Other(new() { ["type"] = "reaction_added", ["user"] = life.Ana.Id }),
            events.Other(new() { ["type"] = "message" }),
            events.Other([]),
        ];
        foreach (var other in others)
        {
            await life.Slack.DeliverAsync(other);
            await life.Slack.UntilAcknowledgedAsync(other);
        }

        await life.StopAsync();
        Assert.Single(life.Slack.RequestsTo("chat.postMessage"));
        Assert.Empty(life.Slack.RequestsTo("chat.postEphemeral"));
        Assert.Empty(life.Slack.Responses);
        await life.Bot.Log.UntilAsync("Slack holds events back");
    }

    private static async Task<Delivery> MentionAsync(SlackLife life, string text, string? thread = null)
    {
        Delivery? mention = null;
        await life.PublicAnswerAsync(life.General, async () => mention = await life.Slack.MentionAsync(life.Ana, life.General, text, thread));
        return mention!; // Set before it was answered.
    }
}
