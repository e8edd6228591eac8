using MLCareerBot.Chat;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Rendering;

public sealed class LongReplyTests
{
    [Fact]
    public void A_Reply_Is_Cut_Between_Blocks_And_A_Heading_Stays_With_What_It_Heads()
    {
        var texts = Render(new(
            "Title",
            new ReplyBlock.Paragraph(Words(3_000)),
            new ReplyBlock.Heading("Second"),
            new ReplyBlock.Paragraph(Words(1_500)),
            new ReplyBlock.Note("End")));

        Assert.Equal(2, texts.Count);
        Assert.Equal($"## Title\n{Words(3_000)}", texts[0]);
        Assert.Equal($"### Second\n{Words(1_500)}\n\n-# End", texts[1]);
    }

    [Fact]
    public void A_Long_List_Is_Cut_Between_Its_Items()
    {
        var texts = Render(new("Title", new ReplyBlock.NumberedList([.. Enumerable.Repeat(Words(900), 9)])));

        Assert.Equal(3, texts.Count);
        Assert.StartsWith("## Title\n1. word", texts[0], StringComparison.Ordinal);
        Assert.StartsWith("5. word", texts[1], StringComparison.Ordinal);
        Assert.StartsWith("9. word", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_Long_Table_Is_Cut_Between_Its_Records()
    {
        var texts = Render(new("Title", new ReplyBlock.Table(["", "A"], [.. Enumerable.Range(0, 3).Select(_ => (string[])["name", Words(1_500)])])));

        Assert.Equal(2, texts.Count);
        Assert.StartsWith("**name**\nA: word", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_Cut_Code_Block_Is_Closed_And_Opened_Again()
    {
        var texts = Render(new("Title", new ReplyBlock.Table(["A", "B"], [.. Enumerable.Range(0, 150).Select(_ => (string[])["fifteen letters", "fifteen letters"])])));

        Assert.Equal(2, texts.Count);
        Assert.All(texts, text => Assert.EndsWith("\n```", text, StringComparison.Ordinal));
        Assert.StartsWith("```\nfifteen", texts[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A sentence of some words. ", "A sentence of some words.", "A sentence of some words.")]
    [InlineData("only words ", "only words only", "words only words")]
    [InlineData("say `faq salary` ", "` say", "`faq salary`")]
    [InlineData("**", "\\*", "\\*")]
    [InlineData("👍", "👍", "👍")]
    public void A_Long_Paragraph_Is_Cut_After_A_Sentence_Or_A_Word_And_Never_Inside_A_Sign(string piece, string end, string start)
    {
        var texts = Render(new("", new ReplyBlock.Paragraph(string.Concat(Enumerable.Repeat(piece, 5_000 / piece.Length)))));

        Assert.Equal(piece == "**" ? 3 : 2, texts.Count);
        Assert.EndsWith(end, texts[0], StringComparison.Ordinal);
        Assert.StartsWith(start, texts[1], StringComparison.Ordinal);
        Assert.True(texts[0].Length > 3_950);
    }

    [Fact]
    public void Markup_Around_A_Cut_Text_Is_Closed_And_Opened_Again()
    {
        var texts = Render(new(Words(4_500), new ReplyBlock.FactCard("a", Words(4_500), [(Words(4_500), "b")], "c")));

        Assert.StartsWith("## word", texts[1], StringComparison.Ordinal);
        Assert.Contains(texts, text => text.Contains("\n**a: word", StringComparison.Ordinal) && text.EndsWith("word**", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("word**\n- word", StringComparison.Ordinal) && text.EndsWith("word", StringComparison.Ordinal));
        Assert.StartsWith("word", texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_Buttons_Are_Below_The_Last_Message()
    {
        var bodies = DiscordRenderer.Render(new("Title", new ReplyBlock.Paragraph(Words(9_000))) { FollowUps = [new("Next", "faq")] });

        Assert.Equal(3, bodies.Count);
        Assert.Equal([0, 0, 1], bodies.Select(body => body.ButtonIds().Count));
    }

    private static List<string> Render(ChatReply reply)
    {
        var bodies = DiscordRenderer.Render(reply);
        MessageLimits.AssertWithin(bodies);
        return [.. bodies.Select(body => body.Markdown())];
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("word ", length / 5)).TrimEnd();
}
