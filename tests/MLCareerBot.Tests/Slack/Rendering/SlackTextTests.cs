using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Rendering;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;")]
    [InlineData("&lt; *b*", "&amp;lt; *b*")]
    [InlineData("one\r\ntwo\tthree\u2028four", "one  two three four")]
    [InlineData("a\u202Eb\u200Bc\u0007d\u2066e\uFEFFf", "abcdef")]
    [InlineData("👩‍👩‍👧 ❤️‍🔥 a\u200Db", "👩‍👩‍👧 ❤️‍🔥 ab")]
    public void Three_Signs_Are_Escaped_Once_And_Invisible_Ones_Are_Dropped(string text, string escaped) =>
        Assert.Equal(escaped, SlackText.Escape(text));

    [Theory]
    [InlineData("Plain words, \"quoted\": 54.05% of $112,430; isn't it?", "Plain words, \"quoted\": 54.05% of $112,430; isn't it?")]
    [InlineData("a *b* _c_ ~d~ `e", "a ∗b∗ ˍcˍ ∼d∼ ˋe")]
    [InlineData("snake_case, 2*3, a * b ~ c", "snake_case, 2*3, a * b ~ c")]
    [InlineData("__init__ **kwargs", "ˍˍinitˍˍ ∗∗kwargs")]
    [InlineData(":smile::+1: at 9:30", "꞉smile꞉꞉+1: at 9:30")]
    [InlineData("> a > b", "› a &gt; b")]
    [InlineData("＞ a", "› a")]
    [InlineData("```x```", "ˋˋˋxˋˋˋ")]
    [InlineData("say `faq` or `ask <question>`.", "say `faq` or `ask &lt;question&gt;`.")]
    [InlineData("*`faq`*", "∗`faq`∗")]
    [InlineData("``two`` and ` blank `", "ˋˋtwoˋˋ and ˋ blank ˋ")]
    [InlineData("see https://x.y/a_b, @channel, #general", "see https://x.y/a_b, @channel, #general")]
    public void What_Could_Format_Is_Replaced_By_Its_Likeness_And_Our_Own_Code_Stays(string text, string mrkdwn) =>
        Assert.Equal(mrkdwn, Assert.Single(Wording.Of(text)).Mrkdwn);

    [Theory]
    [InlineData("short *enough*", 80, "short *enough*")]
    [InlineData("some words that are too many", 20, "some words that are…")]
    [InlineData("alongwordthatneverends", 10, "alongword…")]
    [InlineData("12345678👍0", 10, "12345678…")]
    [InlineData(" \u202Etrim\nmed ", 80, "trim med")]
    public void Plain_Text_Is_Cut_At_A_Word(string text, int limit, string clipped) =>
        Assert.Equal(clipped, SlackText.Clip(text, limit));
}
