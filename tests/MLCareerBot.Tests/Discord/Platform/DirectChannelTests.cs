using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Direct messages open a channel, and that is a request which need not be made again after a start.</summary>
public sealed class DirectChannelTests
{
    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Fact]
    public async Task A_Channel_That_Is_Known_Is_Not_Opened_Again()
    {
        await using var life = await DiscordLife.StartAsync();
        var first = await life.Platform.SendAsync(To(life, "k1"), default);
        life.StartBot();
        await life.UntilReadyAsync();

        var second = await life.Platform.SendAsync(To(life, "k2") with { DirectChannel = first.DirectChannel }, default);

        Assert.Equal((SendOutcome.Sent, first.DirectChannel), (second.Outcome, second.DirectChannel));
        Assert.Equal(1, Openings(life));
    }

    [Fact]
    public async Task A_Channel_Of_Another_Bot_Is_Given_Up_For_Our_Own()
    {
        await using var life = await DiscordLife.StartAsync();

        var result = await life.Platform.SendAsync(To(life, "k1") with { DirectChannel = "4711" }, default);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.NotEqual("4711", result.DirectChannel);
        Assert.Equal(1, Openings(life));
    }

    private static OutboundMessage To(DiscordLife life, string key) => new(ChatAddress.DirectTo("discord", life.Ana.Id), Tip, key);

    private static int Openings(DiscordLife life) => life.Discord.Requests.Count(request => request.Path.EndsWith("users/@me/channels", StringComparison.Ordinal));
}
