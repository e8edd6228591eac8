using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>
/// The tables of a reply: the first that fits is a table block, of which a message may have one; the others have a record
/// a row: https://docs.slack.dev/reference/block-kit/blocks/table-block.
/// </summary>
internal sealed class TablePieces
{
    private const int MostRows = 100;
    private const int MostColumns = 20;
    private const string Separator = " · ";

    /// <summary>A cell must hold something.</summary>
    private const string Blank = "·";

    private bool _hasBlock;

    public IEnumerable<Piece> Of(ReplyBlock.Table table)
    {
        if (_hasBlock || AsBlock(table) is not { } piece)
        {
            return [.. Legend(table), .. table.Rows.SelectMany(row => Record(table, row))];
        }

        _hasBlock = true;
        return [piece];
    }

    private static Piece? AsBlock(ReplyBlock.Table table)
    {
        var text = string.Join('\n', new[] { LegendOf(table) }.Concat(table.Rows.Select(row => LineOf(table, row)))
            .SelectMany(Wording.Of).Select(line => line.Mrkdwn));
        return table.Rows.Count is > 0 and < MostRows && table.Header.Count is > 0 and <= MostColumns && text.Length is > 0 and <= LinePieces.Limit
            ? new(text, new TableBlock([.. table.Rows.Prepend(table.Header).Select(Cells)])
            {
                // Unwrapped cells are cut.
                ColumnSettings = [.. table.Header.Select(_ => new TableColumn { IsWrapped = true })],
            })
            : null;
    }

    private static IReadOnlyList<TableCell> Cells(IReadOnlyList<string> row) =>
        [.. row.Select(cell => new TableCell(Wording.Of(cell).FirstOrDefault()?.Text ?? Blank))];

    private static IEnumerable<Piece> Record(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        Piece.Join([.. LinePieces.Strong(row[0]), .. LinePieces.List(Values(table, row))]);

    // The rows repeat all captions but the first.
    private static IEnumerable<Piece> Legend(ReplyBlock.Table table) =>
        table is { Header: [var first, ..], Rows.Count: > 0 } && string.IsNullOrWhiteSpace(first) ? [] : LinePieces.Small(LegendOf(table));

    private static string LegendOf(ReplyBlock.Table table) => string.Join(Separator, table.Header.Where(name => !string.IsNullOrWhiteSpace(name)));

    private static string LineOf(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        string.Join(Separator, Values(table, row).Prepend(row[0]).Where(value => !string.IsNullOrWhiteSpace(value)));

    private static IEnumerable<string> Values(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        table.Header.Zip(row, (name, cell) => string.IsNullOrWhiteSpace(name) ? cell : $"{name}: {cell}").Skip(1);
}
