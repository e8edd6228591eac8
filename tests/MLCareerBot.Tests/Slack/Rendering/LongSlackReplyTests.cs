using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Rendering;

public sealed class LongSlackReplyTests
{
    [Fact]
    public void A_Reply_Is_Cut_Between_Blocks_And_A_Heading_Stays_With_What_It_Heads()
    {
        var messages = Render(new(
            "Title",
            new ReplyBlock.Paragraph(Words(2_900)),
            new ReplyBlock.Heading("Second"),
            new ReplyBlock.Paragraph(Words(1_500)),
            new ReplyBlock.Note("End")));

        Assert.Equal([$"*Title*\n{Words(2_900)}", $"*Second*\n{Words(1_500)}\n\nEnd"], messages.Select(message => message.Text));
        Assert.Equal([2, 3], messages.Select(message => message.Blocks?.Count));
    }

    [Fact]
    public void A_Long_List_Is_Cut_Between_Its_Items_And_Goes_On_Counting()
    {
        var messages = Render(new("", new ReplyBlock.NumberedList([.. Enumerable.Repeat(Words(900), 8)])));

        Assert.Equal(3, messages.Count);
        Assert.Equal([null, 3, 6], messages.SelectMany(message => message.Blocks ?? []).Cast<RichTextBlock>().Select(block => ((RichTextList)block.Elements[0]).Offset));
        Assert.StartsWith("4. word", messages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Long_Item_Goes_On_Without_A_Mark()
    {
        var messages = Render(new("", new ReplyBlock.NumberedList(["one", Words(4_000), "three"])));

        Assert.Equal(["1. one", "2. word", "word wo", "3. thre"], messages.SelectMany(message => message.Text.Split('\n')).Where(line => line.Length > 0).Select(line => line[..Math.Min(7, line.Length)]));
    }

    [Fact]
    public void A_Long_Table_Has_Records_In_Several_Messages()
    {
        var messages = Render(new("Title", new ReplyBlock.Table(["", "A"], [.. Enumerable.Range(0, 100).Select(_ => (string[])["name", "value"])])));

        Assert.Equal(3, messages.Count);
        Assert.StartsWith("*name*\n• A: value", messages[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A sentence of some words. ", "A sentence of some words.", "A sentence of some words.")]
    [InlineData("only words ", "only words", "only words only")]
    [InlineData("say `faq salary` ", "` say", "`faq salary`")]
    [InlineData("<&", "&lt;&amp;", "&lt;&amp;")]
    [InlineData("👍", "👍", "👍")]
    public void A_Long_Paragraph_Is_Cut_After_A_Sentence_Or_A_Word_And_Never_Inside_A_Sign(string piece, string end, string start)
    {
        var parts = Wording.Of(string.Concat(Enumerable.Repeat(piece, 5_000 / piece.Length))).Single().Split(1_002).Select(part => part.Mrkdwn).ToList();

        Assert.All(parts, part => Assert.InRange(part.Length, 1, 1_002));
        Assert.All(parts.SkipLast(1), part => Assert.True(part.Length > 950));
        Assert.EndsWith(end, parts[0], StringComparison.Ordinal);
        Assert.StartsWith(start, parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_Buttons_Are_Below_The_Last_Message()
    {
        var messages = Render(new("Title", new ReplyBlock.Paragraph(Words(9_000))) { FollowUps = [new("Next", "faq")] });

        Assert.Equal([0, 0, 1], messages.Select(message => message.Buttons().Count));
    }

    private static IReadOnlyList<SlackMessage> Render(ChatReply reply)
    {
        var messages = SlackRenderer.Render(reply);
        BlockLimits.AssertWithin(messages);
        return messages;
    }

    private static string Words(int length) => string.Concat(Enumerable.Repeat("word ", length / 5)).TrimEnd();
}
