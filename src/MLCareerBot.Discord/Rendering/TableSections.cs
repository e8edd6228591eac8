using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Rendering;

/// <summary>
/// A table, which Discord's Markdown does not have: columns in a code block where a phone shows their lines whole,
/// else a record a row.
/// </summary>
internal static class TableSections
{
    /// <summary>Letters of one width that fit on a line of a phone.</summary>
    private const int PhoneColumns = 40;

    private const string Gap = "  ";
    private const string Separator = " · ";

    public static IEnumerable<Section> Of(ReplyBlock.Table table) =>
        Columns(table) is { } columns ? [columns]
        : table.Rows.All(row => IsShort(table, row)) ? [new([.. Legend(table), .. table.Rows.SelectMany(row => ShortRecord(table, row))])]
        : [new([.. Legend(table)]), .. table.Rows.Select(row => new Section([.. Record(table, row)]))];

    private static Section? Columns(ReplyBlock.Table table)
    {
        var rows = table.Rows.Prepend(table.Header).Select(row => row.Select(cell => VisibleText.Of(cell).Trim()).ToList()).ToList();
        var widths = table.Header.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        var fits = widths.Sum() + (Gap.Length * (widths.Count - 1)) <= PhoneColumns;
        return fits && rows.All(row => row.All(IsEven))
            ? new([.. rows.Select(row => new MarkdownLine("", Aligned(row, widths)) { IsCode = true })])
            : null;
    }

    private static string Aligned(List<string> row, List<int> widths) =>
        string.Join(Gap, row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd();

    // Letters of one cell's width each; and a backtick could end the code block.
    private static bool IsEven(string cell) => cell.All(letter => letter is < '\u0300' or (>= '\u2010' and < '\u2600') && letter != '`');

    // The rows repeat all captions but the first.
    private static IEnumerable<MarkdownLine> Legend(ReplyBlock.Table table) =>
        table is { Header: [var first, ..], Rows.Count: > 0 } && string.IsNullOrWhiteSpace(first)
            ? []
            : BlockSections.Line(BlockSections.Subtext, string.Join(Separator, table.Header));

    // Marks rather than words behind the name: two lines are enough.
    private static bool IsShort(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        row[0].Length + Rest(table, row).Length <= 2 * PhoneColumns;

    private static IEnumerable<MarkdownLine> ShortRecord(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        BlockSections.Strong(row[0]).DefaultIfEmpty(new("", ""))
            .Select(name => name with { Closing = name.Closing + DiscordText.Escape(Separator + Rest(table, row)) });

    private static IEnumerable<MarkdownLine> Record(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        [.. BlockSections.Strong(row[0]), .. Cells(table, row).SelectMany(cell => BlockSections.Line("", cell))];

    private static string Rest(ReplyBlock.Table table, IReadOnlyList<string> row) => string.Join(Separator, Cells(table, row));

    private static IEnumerable<string> Cells(ReplyBlock.Table table, IReadOnlyList<string> row) =>
        table.Header.Zip(row, (name, cell) => string.IsNullOrWhiteSpace(name) ? cell : $"{name}: {cell}").Skip(1);
}
