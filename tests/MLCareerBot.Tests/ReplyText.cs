using MLCareerBot.Chat;

namespace MLCareerBot.Tests;

/// <summary>All that a reader of a reply may see, as one text.</summary>
internal static class ReplyText
{
    public static string AllText(this ChatReply reply) => string.Join(
        '\n', reply.Blocks.SelectMany(TextsOf).Prepend(reply.Title).Concat(reply.FollowUps.SelectMany(next => new[] { next.Label, next.Says })));

    private static IEnumerable<string> TextsOf(ReplyBlock block) => block switch
    {
        ReplyBlock.Heading(var text) => [text],
        ReplyBlock.Paragraph(var text) => [text],
        ReplyBlock.Note(var text) => [text],
        ReplyBlock.Moment(var label, var text, _) => [$"{label}: {text}"],
        ReplyBlock.BulletList(var items) => items,
        ReplyBlock.NumberedList(var items) => items,
        ReplyBlock.Table(var header, var rows) => header.Concat(rows.SelectMany(row => row)),
        ReplyBlock.FactCard(var name, var value, var details, var caveat) =>
            [name, value, .. details.SelectMany(detail => new[] { detail.Label, detail.Value }), caveat],
        _ => throw new NotSupportedException(block.GetType().Name),
    };
}
