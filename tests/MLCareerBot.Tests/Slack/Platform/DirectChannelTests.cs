using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>Direct messages open a channel, of which Slack allows about fifty a minute: it need not be done again after a start.</summary>
public sealed class DirectChannelTests
{
    private const string Opening = "conversations.open";

    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Fact]
    public async Task A_Channel_That_Is_Known_Is_Not_Opened_Again()
    {
        await using var life = await SlackLife.StartAsync();
        var first = await life.Platform.SendAsync(To(life, "k1"), default);
        await life.StartBotAsync();

        var second = await life.Platform.SendAsync(To(life, "k2") with { DirectChannel = first.DirectChannel }, default);

        Assert.Equal((SendOutcome.Sent, first.DirectChannel), (second.Outcome, second.DirectChannel));
        Assert.Single(life.Slack.RequestsTo(Opening));
    }

    [Fact]
    public async Task A_Channel_Of_Another_App_Is_Given_Up_For_Our_Own()
    {
        await using var life = await SlackLife.StartAsync();

        var result = await life.Platform.SendAsync(To(life, "k1") with { DirectChannel = "D4711" }, default);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.NotEqual("D4711", result.DirectChannel);
        Assert.Single(life.Slack.RequestsTo(Opening));
    }

    private static OutboundMessage To(SlackLife life, string key) => new(ChatAddress.DirectTo("slack", life.Ana.Id), Tip, key);
}
