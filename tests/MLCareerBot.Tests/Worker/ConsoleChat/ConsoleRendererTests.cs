using System.Text;
using MLCareerBot.Chat;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

public sealed class ConsoleRendererTests
{
    public static readonly TheoryData<int> Widths = [40, 80, 100];

    [Fact]
    public void A_Reply_Fits_Eighty_Columns()
    {
        const string expected =
            """
            How long does it take to become a baker?

            About three years, counted from the first loaf; people who have baked at home
            for years are often quicker, and nobody is done before the first Christmas.

            What the time goes into
            - Dough: kneading, resting and shaping it until your hands know what the recipe
              does not say
            - Ovens

            1. Find a bakery.
            2. Stay in it until the first rush before a holiday, and through it.

            The second source says nothing about the time.

            Source: A, On bread (undated) · B, On cake and everything that is not quite
            bread (May 2020)

             1  What does it pay?
             2  Which ovens are there, and how do they differ from each other?
            """;

        Assert.Equal(expected, new ConsoleRenderer(80, styled: false).Render(SampleReplies.Answer));
    }

    [Fact]
    public void A_Reply_Fits_A_Narrow_Window()
    {
        const string expected =
            """
            - Dough: kneading, resting and shaping
              it until your hands know what the
              recipe does not say
            - Ovens

            1. Find a bakery.
            2. Stay in it until the first rush
               before a holiday, and through it.
            """;

        Assert.Equal(expected, new ConsoleRenderer(40, styled: false).Render([.. SampleReplies.Answer.Blocks.Skip(2).Take(2)]));
    }

    [Fact]
    public void A_Figure_Stands_With_What_It_Is_And_Is_Not()
    {
        const string expected =
            """
            Average annual pay: $112,430
              Statistic: average; mean or median not stated
              Country: United States
              Period: per year
              Not a starting salary, an offer or a forecast for any one person, and not a
              figure for a city, an employer or a level.
            """;

        Assert.Equal(expected, new ConsoleRenderer(80, styled: false).Render([SampleReplies.Card]));
    }

    [Fact]
    public void A_Figure_Stands_In_A_Box_On_A_Screen()
    {
        var box = new ConsoleRenderer(80, styled: true).Render([SampleReplies.Card]).Split('\n');

        Assert.StartsWith("╭──", box[0], StringComparison.Ordinal);
        Assert.Contains("Average annual pay: $112,430", box[1], StringComparison.Ordinal);
        Assert.EndsWith("──╯", box[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_Table_Wraps_Its_Cells()
    {
        const string expected =
            """
            +------------+--------------------------------+--------------------------------+
            | Aspect     | Baker                          | Confectioner                   |
            |------------+--------------------------------+--------------------------------|
            | Main focus | Bread, rolls and whatever else | Cake, chocolate and whatever   |
            |            | is made of dough and sold by   | else is sold by the piece      |
            |            | weight                         |                                |
            | Hours      | From two in the morning        | From six in the morning        |
            +------------+--------------------------------+--------------------------------+
            """;

        Assert.Equal(expected, new ConsoleRenderer(80, styled: false).Render([SampleReplies.Sentences]));
    }

    [Fact]
    public void A_Table_Of_Sentences_Becomes_A_List_Where_It_Has_No_Room()
    {
        const string expected =
            """
            Main focus
              Baker: Bread, rolls and whatever else
              is made of dough and sold by weight
              Confectioner: Cake, chocolate and
              whatever else is sold by the piece
            Hours
              Baker: From two in the morning
              Confectioner: From six in the morning
            """;

        Assert.Equal(expected, new ConsoleRenderer(40, styled: false).Render([SampleReplies.Sentences]));
    }

    [Fact]
    public void A_Table_Of_Words_Stays_A_Table_In_A_Narrow_Window()
    {
        const string expected =
            """
            +------------------+-------+-----------+
            | Skill            | A     | B         |
            |------------------+-------+-----------|
            | Kneading         | named | -         |
            | Tempering        | -     | mentioned |
            | chocolate        |       |           |
            +------------------+-------+-----------+
            """;

        Assert.Equal(expected, new ConsoleRenderer(40, styled: false).Render([SampleReplies.Marks]));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_Line_Is_Wider_Than_The_Window(int width)
    {
        var text = new ConsoleRenderer(width, styled: false).Render(Everything());

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Plain_Text_Has_No_Control_Codes_And_No_Trailing_Blanks(int width)
    {
        var text = new ConsoleRenderer(width, styled: false).Render(Everything());

        Assert.DoesNotContain(text, character => character != '\n' && char.IsControl(character));
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Styles_Change_No_Word(int width)
    {
        var blocks = SampleReplies.Answer.Blocks;

        var styled = new ConsoleRenderer(width, styled: true).Render(blocks);

        Assert.Contains("\e[1m", styled, StringComparison.Ordinal);
        Assert.Equal(new ConsoleRenderer(width, styled: false).Render(blocks), WithoutStyles(styled));
    }

    [Fact]
    public void Programs_Get_Paragraphs_In_One_Piece()
    {
        var text = ConsoleRenderer.PlainText(SampleReplies.Answer.Blocks);

        Assert.StartsWith(((ReplyBlock.Paragraph)SampleReplies.Answer.Blocks[0]).Text + "\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hostile_Text_Is_Only_Text(bool styled)
    {
        const string hostile = "a\e[31m\a\u202Eb\u2028[red]c[/] \uD800 @everyone\u0085\r\nd";
        var reply = new ChatReply(
            hostile,
            new ReplyBlock.Paragraph(hostile),
            new ReplyBlock.BulletList([hostile]),
            new ReplyBlock.Table([hostile], [[hostile]]),
            new ReplyBlock.FactCard(hostile, hostile, [(hostile, hostile)], hostile))
        {
            FollowUps = [new(hostile, hostile)],
        };

        var text = WithoutStyles(new ConsoleRenderer(80, styled).Render(reply));

        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value != '\n' && TerminalText.IsHazard(rune));
        Assert.StartsWith("a[31mb [red]c[/] \uFFFD @everyone   d", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_Characters_Count_Twice()
    {
        var lines = new ConsoleRenderer(40, styled: false).Render([new ReplyBlock.Paragraph(new string('焼', 30))]).Split('\n');

        Assert.Equal([20, 10], lines.Select(line => line.Length));
    }

    private static ChatReply Everything() => SampleReplies.Answer with
    {
        Blocks = [.. SampleReplies.Answer.Blocks, SampleReplies.Card, SampleReplies.Marks, SampleReplies.Sentences, new ReplyBlock.Paragraph(new('x', 300))],
    };

    private static string WithoutStyles(string text)
    {
        var plain = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\e')
            {
                index = text.IndexOf('m', index);
            }
            else
            {
                plain.Append(text[index]);
            }
        }

        return string.Join('\n', plain.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
