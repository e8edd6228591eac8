using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

/// <summary>Replies with every kind of block, in the lengths that the real ones have.</summary>
internal static class SampleReplies
{
    public static readonly ChatReply Answer = new(
        "How long does it take to become a baker?",
        new ReplyBlock.Paragraph("About three years, counted from the first loaf; people who have baked at home for years are often quicker, and nobody is done before the first Christmas."),
        new ReplyBlock.Heading("What the time goes into"),
        new ReplyBlock.BulletList(["Dough: kneading, resting and shaping it until your hands know what the recipe does not say", "Ovens"]),
        new ReplyBlock.NumberedList(["Find a bakery.", "Stay in it until the first rush before a holiday, and through it."]),
        new ReplyBlock.Note("The second source says nothing about the time."))
    {
        Sources = [new("A", "On bread", "undated", "Bread.", "Cake."), new("B", "On cake and everything that is not quite bread", "May 2020", "Cake.", "Bread.")],
        FollowUps = [new("What does it pay?", "faq pay"), new("Which ovens are there, and how do they differ from each other?", "faq ovens")],
    };

    public static readonly ReplyBlock.FactCard Card = new(
        "Average annual pay",
        "$112,430",
        [("Statistic", "average; mean or median not stated"), ("Country", "United States"), ("Period", "per year")],
        "Not a starting salary, an offer or a forecast for any one person, and not a figure for a city, an employer or a level.");

    public static readonly ReplyBlock.Table Marks = new(
        ["Skill", "A", "B"],
        [["Kneading", "named", "-"], ["Tempering chocolate", "-", "mentioned"]]);

    public static readonly ReplyBlock.Table Sentences = new(
        ["Aspect", "Baker", "Confectioner"],
        [
            ["Main focus", "Bread, rolls and whatever else is made of dough and sold by weight", "Cake, chocolate and whatever else is sold by the piece"],
            ["Hours", "From two in the morning", "From six in the morning"],
        ]);
}
