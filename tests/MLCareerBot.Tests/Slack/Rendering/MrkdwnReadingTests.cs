namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>The checker must see what it is there for.</summary>
public sealed class MrkdwnReadingTests
{
    [Theory]
    [InlineData("hi <!channel>", "<")]
    [InlineData("hi &lt;!channel>", ">")]
    [InlineData("a & b", "&")]
    [InlineData("a &#60; b", "&")]
    [InlineData("hi *there*", " *t")]
    [InlineData("_a_", "_a")]
    [InlineData("*bold ~a~*", " ~a")]
    [InlineData("a :smile: b", ":smile:")]
    [InlineData("one\n&gt; two", "&gt;")]
    [InlineData("an `open span", "`")]
    [InlineData("```", "`")]
    [InlineData("`<@U1>`", "`<@U1>`")]
    public void Markup_Is_Seen(string mrkdwn, string found) => Assert.Equal(found, MrkdwnReading.ActiveIn(mrkdwn)[0]);

    [Theory]
    [InlineData("*Title*")]
    [InlineData("• say `faq *x*` &amp; `&lt;a&gt;`")]
    [InlineData("a * b, snake_case, 2*3*4, 9:30 &gt; 8")]
    public void What_Is_Ours_Or_Inert_Is_Not(string mrkdwn) => Assert.Empty(MrkdwnReading.ActiveIn(mrkdwn));
}
