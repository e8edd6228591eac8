using MLCareerBot.Chat;

namespace MLCareerBot.Tests;

/// <summary>A reply of every kind of block, with somebody's text in every place that it has for texts.</summary>
internal static class HostileReply
{
    /// <summary>The text itself in every place, buttons and permalink included.</summary>
    public static ChatReply Everywhere(string text)
    {
        var reply = Everywhere(_ => text);
        return reply with
        {
            FollowUps = [new(text, text), new(text, "faq salary"), new("Label", text), new("Label", "faq salary")],
            Permalink = text,
            Outcome = new(OutcomeKind.Answer, text, []),
        };
    }

    /// <summary>In every place that readers see, the text for its number.</summary>
    public static ChatReply Everywhere(Func<int, string> text) => new(
        text(1),
        new ReplyBlock.Heading(text(2)),
        new ReplyBlock.Paragraph(text(3)),
        new ReplyBlock.BulletList([text(4), text(5)]),
        new ReplyBlock.NumberedList([text(6)]),
        new ReplyBlock.Note(text(7)),
        new ReplyBlock.FactCard(text(8), text(9), [(text(10), text(11))], text(12)),
        new ReplyBlock.Table([text(13), text(14)], [[text(15), text(16)]]),
        new ReplyBlock.Table(["", "B"], [[text(17), "b"]]),
        new ReplyBlock.Table(["A", ""], [["", text(18)], ["a", "b"]]),
        new ReplyBlock.Table([text(19)], []))
    {
        Sources = [new(text(20), text(21), text(22), "", "")],
    };
}
