using MLCareerBot.Chat;
using MLCareerBot.Discord.Rendering;
using MLCareerBot.Tests.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Discord.Rendering;

public sealed class DiscordRendererTests
{
    [Fact]
    public void An_Answer_Reads_From_Its_Title_To_Its_Sources() => Assert.Equal(
        """
        ## How long does it take to become a baker?
        About three years, counted from the first loaf; people who have baked at home for years are often quicker, and nobody is done before the first Christmas.
        ### What the time goes into
        - Dough: kneading, resting and shaping it until your hands know what the recipe does not say
        - Ovens

        1. Find a bakery.
        2. Stay in it until the first rush before a holiday, and through it.

        -# The second source says nothing about the time.

        -# Source: A, On bread \(undated\) · B, On cake and everything that is not quite bread \(May 2020\)
        """,
        MarkdownOf(SampleReplies.Answer));

    [Fact]
    public void A_Figure_Stands_With_What_It_Is_And_Is_Not() => Assert.Equal(
        """
        ## Pay
        **Average annual pay: $112,430**
        - Statistic: average; mean or median not stated
        - Country: United States
        - Period: per year
        -# Not a starting salary, an offer or a forecast for any one person, and not a figure for a city, an employer or a level.
        """,
        MarkdownOf(new("Pay", SampleReplies.Card)));

    [Fact]
    public void A_Narrow_Table_Has_Columns() => Assert.Equal(
        """
        ## Skills
        ```
        Skill                A      B
        Kneading             named  -
        Tempering chocolate  -      mentioned
        ```
        """,
        MarkdownOf(new("Skills", SampleReplies.Marks)));

    [Fact]
    public void A_Table_Of_Names_And_Marks_Has_A_Line_A_Row() => Assert.Equal(
        """
        ## Skills
        -# Skill · A · B
        **Kneading, resting and shaping of all doughs** · A: named · B: \-
        **Ovens** · A: \- · B: named
        """,
        MarkdownOf(new("Skills", new ReplyBlock.Table(
            ["Skill", "A", "B"], [["Kneading, resting and shaping of all doughs", "named", "-"], ["Ovens", "-", "named"]]))));

    [Fact]
    public void A_Wide_Table_Has_A_Record_A_Row() => Assert.Equal(
        """
        ## Roles
        -# Aspect · Baker · Confectioner

        **Main focus**
        Baker: Bread, rolls and whatever else is made of dough and sold by weight
        Confectioner: Cake, chocolate and whatever else is sold by the piece

        **Hours**
        Baker: From two in the morning
        Confectioner: From six in the morning
        """,
        MarkdownOf(new("Roles", SampleReplies.Sentences)));

    [Fact]
    public void A_Moment_Stands_In_Its_Own_Zone_And_In_The_Readers() => Assert.Equal(
        """
        ## Daily tips
        **Next tip:** Tue 24 Nov 2026, 09\:00 \(Europe/Berlin\) (<t:1795507200:F>)
        """,
        MarkdownOf(new("Daily tips", new ReplyBlock.Moment("Next tip", "Tue 24 Nov 2026, 09:00 (Europe/Berlin)", new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(1))))));

    [Fact]
    public void No_Words_Break_Out_Of_A_Moment()
    {
        var shown = MarkdownOf(new("Title", new ReplyBlock.Moment("<t:1:R> **x**", "`@everyone` <t:2:R>", DateTimeOffset.UnixEpoch.AddHours(-1))));

        Assert.Equal("(<t:-3600:F>)", shown[^13..]);
        Assert.DoesNotContain("<t:1", shown.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<t:2", shown.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_Without_A_Common_Width_And_Backticks_Stay_Out_Of_Columns()
    {
        Assert.Contains("**日本**", MarkdownOf(new("Title", new ReplyBlock.Table(["A", "B"], [["日本", "x"]]))), StringComparison.Ordinal);
        Assert.Contains("**\\`\\`\\`**", MarkdownOf(new("Title", new ReplyBlock.Table(["A", "B"], [["```", "x"]]))), StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_Texts_Leave_No_Trace()
    {
        Assert.Equal("## Title\n- b", MarkdownOf(new("Title", new ReplyBlock.Paragraph(" \n"), new ReplyBlock.BulletList(["", "b"]), new ReplyBlock.Note("\u200B"))));
        Assert.Equal("…", MarkdownOf(new("\u202E")));
    }

    private static string MarkdownOf(ChatReply reply) => Assert.Single(DiscordRenderer.Render(reply)).Markdown();
}
