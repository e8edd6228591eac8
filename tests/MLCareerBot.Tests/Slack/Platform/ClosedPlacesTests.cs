using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>Places and people that refuse the bot, and what opens them again (fault rows 48, 51 and 52).</summary>
public sealed class ClosedPlacesTests
{
    private const string Posting = "chat.postMessage";

    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Theory]
    [InlineData("not_in_channel", SendOutcome.NoAccess)]
    [InlineData("is_archived", SendOutcome.NoAccess)]
    [InlineData("channel_not_found", SendOutcome.Gone)]
    [InlineData("msg_too_long", SendOutcome.ContentRefused)]
    [InlineData("missing_scope", SendOutcome.NotNow)]
    public async Task A_Refusal_Is_Told_Apart(string error, SendOutcome outcome)
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Posting, Fault.Error(error));

        Assert.Equal(outcome, (await SendAsync(life, "k1")).Outcome);
    }

    [Fact]
    public async Task An_Archived_Channel_Is_Tried_Once_Until_It_Is_Open_Again()
    {
        await using var life = await SlackLife.StartAsync();
        await life.Slack.DeliverAsync(life.Slack.Events.ChannelArchived(life.General, life.Ana));
        for (var day = 0; day < 10; day++)
        {
            Assert.Equal(SendOutcome.NoAccess, (await SendAsync(life, "k1")).Outcome);
        }

        Assert.Single(life.Slack.RequestsTo(Posting));
        await life.Slack.DeliverAsync(life.Slack.Events.ChannelUnarchived(life.General, life.Ana));
        Assert.Equal(SendOutcome.Sent, (await UntilOpenAsync(life)).Outcome);
    }

    [Fact]
    public async Task A_Channel_That_The_Bot_Left_Is_Tried_Again_When_It_Is_Back()
    {
        await using var life = await SlackLife.StartAsync();
        life.General.HasBot = false;
        Assert.Equal(SendOutcome.NoAccess, (await SendAsync(life, "k1")).Outcome);

        await life.Slack.DeliverAsync(life.Slack.Events.MemberJoined(life.General));

        Assert.Equal(SendOutcome.Sent, (await UntilOpenAsync(life)).Outcome);
    }

    [Theory]
    [InlineData("messages_tab_disabled")]
    [InlineData("cannot_dm_bot")]
    [InlineData("user_disabled")]
    public async Task Closed_Direct_Messages_Are_Open_Again_When_The_Person_Writes(string error)
    {
        await using var life = await SlackLife.StartAsync();
        var tip = new OutboundMessage(ChatAddress.DirectTo("slack", life.Ana.Id), Tip, "k1");
        life.Ana.DirectMessageRefusal = error;
        Assert.Equal(SendOutcome.DirectMessagesClosed, (await life.Platform.SendAsync(tip, default)).Outcome);
        Assert.Equal(SendOutcome.DirectMessagesClosed, (await life.Platform.SendAsync(tip, default)).Outcome);
        Assert.Single(life.Slack.RequestsTo(Posting));

        life.Ana.DirectMessageRefusal = null;
        await life.PublicAnswerAsync(life.DirectMessages, () => life.Slack.DirectMessageAsync(life.Ana, "salary"));

        Assert.Equal(SendOutcome.Sent, (await life.Platform.SendAsync(tip, default)).Outcome);
        Assert.Equal(1, life.Slack.VisibleWith("k1"));
    }

    [Fact]
    public async Task A_Limit_Holds_Back_That_Method_And_Nothing_Else()
    {
        await using var life = await SlackLife.StartAsync();
        life.Slack.Faults.Next(Posting, Fault.RateLimited(TimeSpan.FromSeconds(30)));

        var result = await SendAsync(life, "k1");
        var again = await life.Platform.SendAsync(Message(life, "k2") with { To = new("slack", life.Slack.AddChannel("other").Id) }, default);
        await life.CommandAsync("salary");

        Assert.Equal((SendOutcome.NotNow, SendOutcome.NotNow), (result.Outcome, again.Outcome));
        Assert.Equal((30, 30), (result.RetryAfter?.TotalSeconds, again.RetryAfter?.TotalSeconds));
        Assert.Single(life.Slack.RequestsTo(Posting));
        Assert.DoesNotContain(life.Slack.Requests, request => request.IsEarly);
    }

    private static OutboundMessage Message(SlackLife life, string key) => new(new("slack", life.General.Id) { Workspace = life.Slack.TeamId }, Tip, key);

    private static Task<SendResult> SendAsync(SlackLife life, string key) => life.Platform.SendAsync(Message(life, key), default);

    // The event is acknowledged before it is worked.
    private static async Task<SendResult> UntilOpenAsync(SlackLife life)
    {
        SendResult result;
        do
        {
            await Task.Yield();
            result = await SendAsync(life, "k1");
        }
        while (result.Outcome == SendOutcome.NoAccess);
        return result;
    }
}
