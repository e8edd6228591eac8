using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>A moment is shown in the zone it was asked for in, and again in the reader's own.</summary>
public sealed class SlackMomentTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void It_Is_Written_In_Both_Zones_And_The_Notification_Says_It_Too()
    {
        var message = Render("Next tip", "Tue 24 Nov 2026, 08:30 (Europe/Berlin)");

        var text = Assert.Single(message.Blocks!.OfType<SectionBlock>()).Text!.Text;
        Assert.Contains("Next tip: Tue 24 Nov 2026, 08:30 (Europe/Berlin)", text, StringComparison.Ordinal);
        Assert.Contains($"<!date^{At.ToUnixTimeSeconds()}^", text, StringComparison.Ordinal);
        Assert.Contains("08:30 (Europe/Berlin)", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!channel>", "<@U123>")]
    [InlineData("a", "|<!here> ^ > <https://evil.example|x>")]
    [InlineData("&lt;!channel&gt;", "`*_~")]
    public void Nothing_In_Its_Words_Is_Read_As_Markup(string label, string words)
    {
        var text = Assert.Single(Render(label, words).Blocks!.OfType<SectionBlock>()).Text!.Text;

        var tags = text.Split('<')[1..];
        Assert.StartsWith("!date^", Assert.Single(tags), StringComparison.Ordinal);
        Assert.DoesNotContain("<!channel", Render(label, words).Text, StringComparison.Ordinal);
    }

    private static SlackMessage Render(string label, string words) =>
        Assert.Single(SlackRenderer.Render(new ChatReply("Daily tips are on", new ReplyBlock.Moment(label, words, At))));
}
