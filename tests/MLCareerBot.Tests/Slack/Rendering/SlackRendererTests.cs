using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;
using MLCareerBot.Tests.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Slack.Rendering;

public sealed class SlackRendererTests
{
    [Fact]
    public void An_Answer_Has_A_Header_Rich_Text_And_Small_Print() => AssertBlocks(
        """
        [
          {"type": "header", "text": {"type": "plain_text", "text": "How long does it take?", "emoji": false}},
          {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "About <3 years>, see "}, {"type": "text", "text": "roadmap", "style": {"code": true}}]}]},
          {"type": "rich_text", "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "What for", "style": {"bold": true}}]},
            {"type": "rich_text_list", "style": "bullet", "elements": [
              {"type": "rich_text_section", "elements": [{"type": "text", "text": "*Dough*"}]},
              {"type": "rich_text_section", "elements": [{"type": "text", "text": "Ovens"}]}
            ]}
          ]},
          {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "ordered", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "Find a bakery."}]}]}]},
          {"type": "context", "elements": [{"type": "plain_text", "text": "Nothing <else>.", "emoji": false}]},
          {"type": "context", "elements": [{"type": "mrkdwn", "text": "`faq` &amp; more", "verbatim": true}]},
          {"type": "context", "elements": [{"type": "plain_text", "text": "Source: A, On bread (undated) · B, On cake (May 2020)", "emoji": false}]}
        ]
        """,
        new("How long does it take?",
            new ReplyBlock.Paragraph("About <3 years>, see `roadmap`"),
            new ReplyBlock.Heading("What for"),
            new ReplyBlock.BulletList(["*Dough*", "Ovens"]),
            new ReplyBlock.NumberedList(["Find a bakery."]),
            new ReplyBlock.Note("Nothing <else>."),
            new ReplyBlock.Note("`faq` & more"))
        {
            Sources = [new("A", "On bread", "undated", "", ""), new("B", "On cake", "May 2020", "", "")],
        });

    [Fact]
    public void The_Text_Says_All_Of_It_For_Those_Who_Do_Not_See_Blocks() => Assert.Equal(
        """
        *How long does it take to become a baker?*
        About three years, counted from the first loaf; people who have baked at home for years are often quicker, and nobody is done before the first Christmas.

        *What the time goes into*
        • Dough: kneading, resting and shaping it until your hands know what the recipe does not say
        • Ovens

        1. Find a bakery.
        2. Stay in it until the first rush before a holiday, and through it.

        The second source says nothing about the time.

        Source: A, On bread (undated) · B, On cake and everything that is not quite bread (May 2020)
        """,
        Render(SampleReplies.Answer).Text);

    [Fact]
    public void A_Figure_Stands_With_What_It_Is_And_Is_Not()
    {
        var pay = new ChatReply("Pay", SampleReplies.Card);

        AssertBlocks(
            """
            [
              {"type": "header", "text": {"type": "plain_text", "text": "Pay", "emoji": false}},
              {"type": "rich_text", "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "Average annual pay: $112,430", "style": {"bold": true}}]},
                {"type": "rich_text_list", "style": "bullet", "elements": [
                  {"type": "rich_text_section", "elements": [{"type": "text", "text": "Statistic: average; mean or median not stated"}]},
                  {"type": "rich_text_section", "elements": [{"type": "text", "text": "Country: United States"}]},
                  {"type": "rich_text_section", "elements": [{"type": "text", "text": "Period: per year"}]}
                ]}
              ]},
              {"type": "context", "elements": [{"type": "plain_text", "text": "Not a starting salary, an offer or a forecast for any one person, and not a figure for a city, an employer or a level.", "emoji": false}]}
            ]
            """,
            pay);
        Assert.Equal(
            """
            *Pay*
            *Average annual pay: $112,430*
            • Statistic: average; mean or median not stated
            • Country: United States
            • Period: per year
            Not a starting salary, an offer or a forecast for any one person, and not a figure for a city, an employer or a level.
            """,
            Render(pay).Text);
    }

    [Fact]
    public void A_Table_Is_A_Table()
    {
        var skills = new ChatReply("Skills", SampleReplies.Marks);

        AssertBlocks(
            """
            [
              {"type": "header", "text": {"type": "plain_text", "text": "Skills", "emoji": false}},
              {"type": "table", "rows": [
                [{"text": "Skill", "type": "raw_text"}, {"text": "A", "type": "raw_text"}, {"text": "B", "type": "raw_text"}],
                [{"text": "Kneading", "type": "raw_text"}, {"text": "named", "type": "raw_text"}, {"text": "-", "type": "raw_text"}],
                [{"text": "Tempering chocolate", "type": "raw_text"}, {"text": "-", "type": "raw_text"}, {"text": "mentioned", "type": "raw_text"}]
              ], "column_settings": [{"is_wrapped": true}, {"is_wrapped": true}, {"is_wrapped": true}]}
            ]
            """,
            skills);
        Assert.Equal("*Skills*\nSkill · A · B\nKneading · A: named · B: -\nTempering chocolate · A: - · B: mentioned", Render(skills).Text);
    }

    [Fact]
    public void A_Second_Table_Has_A_Record_A_Row()
    {
        var message = Render(new("Two", SampleReplies.Marks, new ReplyBlock.Table(["Aspect", "Baker"], [["Hours", "From two"], ["Main focus", "Bread"]])));

        Assert.Equal(["HeaderBlock", "TableBlock", "ContextBlock", "RichTextBlock", "RichTextBlock"], Kinds(message));
        Assert.EndsWith("Aspect · Baker\n\n*Hours*\n• Baker: From two\n\n*Main focus*\n• Baker: Bread", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Blank_Cell_Holds_A_Sign_Because_It_Must_Hold_Something()
    {
        var table = Assert.IsType<TableBlock>(Render(new("T", new ReplyBlock.Table(["", "A"], [["x", " "]])))!.Blocks![1]);

        Assert.Equal(["·", "A", "x", "·"], table.Rows.SelectMany(row => row).Select(cell => cell.Text));
    }

    [Fact]
    public void A_Title_Too_Long_For_A_Header_Is_Bold()
    {
        var title = string.Join(' ', Enumerable.Repeat("title", 30));

        Assert.Equal(["RichTextBlock"], Kinds(Render(new(title))));
        Assert.Equal($"*{title}*", Render(new(title)).Text);
    }

    [Fact]
    public void A_Delivered_Tip_Carries_Its_Key_Where_It_Can_Be_Found_Again()
    {
        var tip = new ChatReply("Tip", new ReplyBlock.Paragraph("Bake.")) { FollowUps = [new("Another tip", "tip")] };

        var message = Assert.Single(SlackRenderer.Render(tip, deliveryKey: "2026-11-21.x"));

        Assert.Equal("t:2026-11-21.x", Assert.IsType<ActionsBlock>(message.Blocks![^1]).BlockId);
        Assert.Equal(new MessageMetadata("career_tip", new("2026-11-21.x")), message.Metadata);
        Assert.Equal("t:k", SlackRenderer.Render(tip with { FollowUps = [] }, deliveryKey: "k")[0].Blocks![^1].BlockId);
        Assert.Null(Render(tip).Metadata);
    }

    [Fact]
    public void Blank_Texts_Leave_No_Trace()
    {
        Assert.Equal("*Title*\n• b", Render(new("Title", new ReplyBlock.Paragraph(" \n"), new ReplyBlock.BulletList(["", "b"]), new ReplyBlock.Note("\u200B"))).Text);
        Assert.Equal("…", Render(new("\u202E")).Text);
    }

    private static SlackMessage Render(ChatReply reply) => Assert.Single(SlackRenderer.Render(reply));

    private static void AssertBlocks(string json, ChatReply reply) => Assert.Equal(ShownBlocks.Bare(json), ShownBlocks.Bare(Render(reply).Blocks.Json()));

    private static IEnumerable<string> Kinds(SlackMessage message) => (message.Blocks ?? []).Select(block => block.GetType().Name);
}
