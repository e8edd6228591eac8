using System.Diagnostics;
using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Rendering;

/// <summary>A reply as pieces between which a message may end.</summary>
internal static class ReplyPieces
{
    /// <summary>The title, the blocks and the line that names the sources.</summary>
    public static IEnumerable<Piece> Of(ChatReply reply)
    {
        var tables = new TablePieces();

        // Headings wait for what they head.
        List<Piece> heading = [.. LinePieces.Title(reply.Title)];
        foreach (var block in reply.Blocks)
        {
            if (block is ReplyBlock.Heading(var text))
            {
                heading.AddRange(LinePieces.Strong(text));
                continue;
            }

            foreach (var piece in PiecesOf(block, tables))
            {
                foreach (var joined in Piece.Join([.. heading, piece]))
                {
                    yield return joined;
                }

                heading.Clear();
            }
        }

        foreach (var piece in heading.Concat(LinePieces.Small(SourcesOf(reply))))
        {
            yield return piece;
        }
    }

    private static IEnumerable<Piece> PiecesOf(ReplyBlock block, TablePieces tables) => block switch
    {
        ReplyBlock.Paragraph(var text) => LinePieces.Paragraph(text),
        ReplyBlock.Note(var text) => LinePieces.Small(text),
        ReplyBlock.BulletList(var items) => LinePieces.List(items),
        ReplyBlock.NumberedList(var items) => LinePieces.List(items, isOrdered: true),
        ReplyBlock.Moment moment => LinePieces.Moment(moment),
        ReplyBlock.FactCard card => Card(card),
        ReplyBlock.Table table => tables.Of(table),
        _ => throw new UnreachableException($"No Slack form for {block.GetType().Name}."),
    };

    private static IEnumerable<Piece> Card(ReplyBlock.FactCard card) => Piece.Join(
    [
        .. LinePieces.Strong($"{card.Name}: {card.Value}"),
        .. LinePieces.List(card.Details.Select(detail => $"{detail.Label}: {detail.Value}")),
        .. LinePieces.Small(card.Caveat),
    ]);

    private static string SourcesOf(ChatReply reply) => reply.Sources.Count == 0
        ? ""
        : "Source: " + string.Join(" · ", reply.Sources.Select(source => $"{source.Id}, {source.Title} ({source.Date})"));
}
