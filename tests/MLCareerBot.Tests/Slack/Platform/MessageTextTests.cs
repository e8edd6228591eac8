using MLCareerBot.Slack.Platform;

namespace MLCareerBot.Tests.Slack.Platform;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("<@U1> do I need a degree?", "do I need a degree?")]
    [InlineData("<@U1|bot> tell <!subteam^S1|@team> in <#C1|general> about pay", "tell   in   about pay")]
    [InlineData("see <https://example.com/a|this page> or <https://example.com>", "see this page or https://example.com")]
    [InlineData("is 3 &lt; 5 &amp;&amp; a &gt; b?", "is 3 < 5 && a > b?")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("<> <|x> <<@U1>>", "<> <|x> < >")]
    [InlineData("", "")]
    public void The_Words_Are_What_People_See_Of_Them(string text, string words) => Assert.Equal(words, MessageText.WordsOf(text));

    [Theory]
    [InlineData("/ml salary", "salary", true, false)]
    [InlineData("/ML-admin status", "status", true, true)]
    [InlineData("ml-admin status", "status", true, true)]
    [InlineData("career-admin status", "status", true, true)]
    [InlineData("/ml", "", true, false)]
    [InlineData("ml salary", "ml salary", false, false)]
    [InlineData("/mlx salary", "/mlx salary", false, false)]
    public void A_Line_Is_What_Stands_Behind_The_Root(string typed, string text, bool isCommand, bool isAdmin) =>
        Assert.Equal(new(text, isCommand, isAdmin), SlackLine.Of(typed, "/ml"));
}
