using MLCareerBot.Chat;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>Every reply that the real pack gives to a verb, an option or a topic's own question.</summary>
public sealed class RealSlackReplyTests
{
    [Fact]
    public async Task Real_Replies_Fit_One_Message_And_Show_Every_Word()
    {
        using var bot = new TestBot();

        foreach (var line in RealLines.Of(bot))
        {
            AssertShows(await bot.CommandAsync(line));
        }
    }

    private static void AssertShows(ChatReply reply)
    {
        var messages = SlackRenderer.Render(reply, canShare: true);
        BlockLimits.AssertWithin(messages);
        var message = Assert.Single(messages);
        var shown = MrkdwnReading.SignsOf(message.Shown());
        var spoken = MrkdwnReading.SignsOf(MrkdwnReading.Shown(message.Text));

        Assert.Empty(message.Mrkdwn().SelectMany(MrkdwnReading.ActiveIn));
        Assert.All(
            (reply with { FollowUps = [] }).AllText().Split('\n')
                .Concat(reply.Sources.Select(source => $"{source.Id}, {source.Title} ({source.Date})"))
                .Select(MrkdwnReading.SignsOf),
            text =>
            {
                Assert.Contains(text, shown, StringComparison.Ordinal);
                Assert.Contains(text, spoken, StringComparison.Ordinal);
            });
        Assert.Equal(
            reply.FollowUps.Select(next => next.Says),
            reply.FollowUps.Count == 0 ? [] : message.Buttons()[0].Select(button => button.Value));
    }
}
