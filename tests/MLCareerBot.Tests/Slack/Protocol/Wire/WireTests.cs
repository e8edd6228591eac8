using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Tests.Slack.Protocol.Wire;

/// <summary>What the client writes, read by a fake that knows Slack's rules.</summary>
public sealed class WireTests
{
    private static readonly SelectOption Option = new(TextObject.Plain("Pay"), "faq salary") { Description = TextObject.Plain("What it is") };

    private static readonly RichTextSection Section =
        new([new RichTextText("a < b") { Style = new() { Bold = true } }, new RichTextLink("https://example.org/", "source")]);

    private static readonly IReadOnlyList<SlackBlock> Blocks =
    [
        new HeaderBlock(TextObject.Plain("Pay")),
        new SectionBlock
        {
            Text = TextObject.Mrkdwn("*Pay* &amp; more"),
            Fields = [TextObject.Mrkdwn("*Median*"), TextObject.Plain("5")],
            Accessory = new ButtonElement("more", TextObject.Plain("More"))
            {
                Value = "faq salary",
                Style = "primary",
                AccessibilityLabel = "More on pay",
            },
            Expand = true,
            BlockId = "tip-1",
        },
        new ContextBlock([TextObject.Plain("small print")]),
        new DividerBlock(),
        new RichTextBlock(
        [
            Section,
            new RichTextList("ordered", [Section]) { Indent = 1, Offset = 2 },
            new RichTextQuote([new RichTextText("q")]),
            new RichTextPreformatted([new RichTextText("c")]),
        ]),
        new ActionsBlock(
        [
            new ButtonElement("open", TextObject.Plain("Open")) { Url = "https://example.org/" },
            new StaticSelectElement("pick", [Option]) { Placeholder = TextObject.Plain("Pick one"), InitialOption = Option },
            new ExternalSelectElement("find") { Placeholder = TextObject.Plain("Find one"), MinQueryLength = 1 },
        ]),
        new TableBlock([[new("Step"), new("Weeks")], [new("Math"), new("6")]]),
    ];

    [Fact]
    public async Task Every_Block_Is_What_Slack_Takes()
    {
        await using var slack = await FakeSlack.StartAsync();
        using var log = new TestLog();
        using var web = NewWeb(slack, log);
        var api = new SlackApi(web, TimeProvider.System);
        var channel = slack.AddChannel("career");

        var ts = await api.PostMessageAsync(channel.Id, threadTs: null, new("Pay", Blocks) { Metadata = new("career_tip", new("tip-1")) }, default);
        await api.PostMessageAsync(channel.Id, ts, new("More"), default);
        await api.UpdateAsync(channel.Id, ts, new("Pay, again", Blocks) { Metadata = new("career_tip", new("tip-1")) }, default);

        Assert.Equal(["Pay, again", "More"], slack.BotMessages(channel).Select(message => message.Text));
        Assert.Equal(1, slack.VisibleWith("tip-1"));
        Assert.Equal(["tip-1"], (await api.GetHistoryAsync(channel.Id, DateTimeOffset.UnixEpoch, 20, default)).Select(message => message.DeliveryKey));
        Assert.Equal("not_in_channel", (await RefusalAsync(api, slack.AddChannel("other", hasBot: false))).Error);
    }

    [Fact]
    public async Task Every_View_Is_What_Slack_Takes()
    {
        await using var slack = await FakeSlack.StartAsync();
        using var log = new TestLog();
        using var web = NewWeb(slack, log);
        var api = new SlackApi(web, TimeProvider.System);
        var user = slack.AddUser("mia", isAdmin: true, timeZone: "Europe/Rome");
        var command = slack.Interactions.SlashCommand(user, slack.AddChannel("career"), "/career", "ask");
        var modal = new SlackView(
            "modal",
            [
                new InputBlock(TextObject.Plain("Question"), new ExternalSelectElement("q") { MinQueryLength = 0 }) { BlockId = "b" },
                new InputBlock(TextObject.Plain("More"), new TextInputElement("m") { Multiline = true, MaxLength = 3_000 })
                {
                    Optional = true,
                    Hint = TextObject.Plain("In your words"),
                },
            ])
        {
            Title = TextObject.Plain("Ask"),
            Submit = TextObject.Plain("Ask"),
            Close = TextObject.Plain("Cancel"),
            CallbackId = "ask",
            PrivateMetadata = "{}",
        };

        var shown = await api.OpenViewAsync(command.TriggerId!, modal, default);
        await api.UpdateViewAsync(shown.Id, modal with { Title = TextObject.Plain("Ask again") }, default);
        await api.PublishViewAsync(user.Id, new("home", [.. Blocks.Where(block => block is not TableBlock)]), default);
        await api.RespondAsync(command.ResponseUrl!, new("Done", Blocks), default);

        Assert.Single(slack.OpenViews);
        Assert.Single(slack.HomeViews(user));
        Assert.False(Assert.Single(slack.Responses).HasAuthorization);
        Assert.Equal(("Europe/Rome", true), ((await api.GetUserAsync(user.Id, default)).Tz, (await api.GetUserAsync(user.Id, default)).IsAdmin));
        Assert.Equal(slack.DirectMessagesWith(user).Id, await api.OpenDirectMessageAsync(user.Id, default));
        Assert.Equal(slack.BotUserId, (await api.AuthTestAsync(default)).UserId);
    }

    private static Task<SlackApiException> RefusalAsync(SlackApi api, FakeChannel channel) =>
        Assert.ThrowsAsync<SlackApiException>(() => api.PostMessageAsync(channel.Id, threadTs: null, new("Hello"), default));

    private static SlackWeb NewWeb(FakeSlack slack, TestLog log) => new(
        new SlackOptions { BotToken = slack.BotToken, AppToken = slack.AppToken, ApiBaseUrl = slack.ApiBaseUrl },
        WebTransport.NewHandler(),
        TimeProvider.System,
        new Random(1),
        log);
}
