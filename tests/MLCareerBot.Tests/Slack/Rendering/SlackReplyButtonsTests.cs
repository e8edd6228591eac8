using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Rendering;

public sealed class SlackReplyButtonsTests
{
    private static readonly ChatReply Answer = new("Title")
    {
        FollowUps = [new("What does it *pay*?", "faq pay"), new("Next", "roadmap 2 A")],
        Permalink = "faq role",
        Outcome = new(OutcomeKind.Answer, "role", []),
    };

    [Fact]
    public void Next_Steps_Come_First_And_Then_What_To_Do_With_The_Answer()
    {
        var message = Assert.Single(SlackRenderer.Render(Answer, canShare: true));

        Assert.Equal(
            ["say:1 faq pay|say:2 roadmap 2 A", "say:4 rate good role|say:5 rate poor role|share:6 faq role"], Rows(message));
        Assert.Equal(["What does it *pay*?", "Next", "👍", "👎", "Share in channel"], message.Buttons().SelectMany(row => row).Select(button => button.Text.Text));
        Assert.Equal([null, null, "This helped", "This did not help", null], message.Buttons().SelectMany(row => row).Select(button => button.AccessibilityLabel));
    }

    [Fact]
    public void Only_What_Others_May_See_Can_Be_Shared()
    {
        var messages = new[]
        {
            SlackRenderer.Render(Answer)[0],
            SlackRenderer.Render(Answer with { IsPrivate = true }, canShare: true)[0],
            SlackRenderer.Render(Answer with { Permalink = null }, canShare: true)[0],
        };

        Assert.All(messages, message => Assert.Equal("say:4 rate good role|say:5 rate poor role", Rows(message)[1]));
    }

    [Fact]
    public void Only_Answers_With_A_Topic_Are_Rated()
    {
        var suggested = Answer with { Outcome = new(OutcomeKind.Suggest, "role", []), Permalink = null };

        Assert.Single(Rows(SlackRenderer.Render(suggested)[0]));
        Assert.Single(Rows(SlackRenderer.Render(suggested with { Outcome = new(OutcomeKind.Answer, null, []) })[0]));
        Assert.Single(Rows(SlackRenderer.Render(suggested with { Outcome = null })[0]));
        Assert.Empty(Rows(SlackRenderer.Render(new ChatReply("Title"))[0]));
    }

    [Fact]
    public void Doubles_And_What_Does_Not_Fit_Are_Left_Out()
    {
        var crowded = new ChatReply("Title")
        {
            FollowUps = [new("Long", new string('a', 2_001)), new("One", "a"), new("Again", "a"), new("\u200B", "b"), new("Two", "c"), new("Three", "d"), new("Four", "e")],
        };

        Assert.Equal(["say:1 a|say:2 c|say:3 d"], Rows(SlackRenderer.Render(crowded)[0]));
    }

    private static IReadOnlyList<string> Rows(SlackMessage message) =>
        [.. message.Buttons().Select(row => string.Join('|', row.Select(button => $"{button.ActionId} {button.Value}")))];
}
