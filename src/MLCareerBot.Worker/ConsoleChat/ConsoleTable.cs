using MLCareerBot.Chat;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>A table side by side where the columns have room, else row under row with its labels.</summary>
internal sealed class ConsoleTable(ReplyBlock.Table table)
{
    // A line and a blank on both sides of every cell, and one more line at the end.
    private const int FramePerColumn = 3;
    private const int Frame = 1;

    // Narrower columns turn sentences into stacks of single words.
    private const int LeastColumnForSentences = 18;
    private const int Sentence = 40;

    public IRenderable Shape(int width, bool styled)
    {
        var columns = Enumerable.Range(0, table.Header.Count).Select(Column).ToList();
        var room = width - Frame - (FramePerColumn * columns.Count);
        return columns.Sum(column => column.Least) <= room && IsLegible(width) ? Columns(Share(columns, room), styled) : Records();
    }

    private bool IsLegible(int width) =>
        width / Math.Max(1, table.Header.Count) >= LeastColumnForSentences
        || table.Rows.All(row => row.All(cell => cell.Length <= Sentence));

    // What the column needs for its longest word, and for its longest cell.
    private (int Least, int Most) Column(int index)
    {
        var cells = table.Rows.Select(row => row[index]).Append(table.Header[index]).Select(TerminalText.Of).ToList();
        return (cells.SelectMany(cell => cell.Split(' ')).Max(Width), cells.Max(Width));
    }

    private static int Width(string text) => new Segment(text).CellCount();

    // The narrow columns get all that they want, the others share the rest; Spectre's own way breaks words.
    private static int[] Share(List<(int Least, int Most)> columns, int room)
    {
        var widths = new int[columns.Count];
        var waiting = columns.Count;
        var reserved = columns.Sum(column => column.Least);
        foreach (var (index, column) in columns.Index().OrderBy(entry => entry.Item.Most))
        {
            reserved -= column.Least;
            var fair = Math.Min(room / waiting--, room - reserved);
            widths[index] = Math.Clamp(fair, column.Least, column.Most);
            room -= widths[index];
        }

        return widths;
    }

    private Table Columns(int[] widths, bool styled)
    {
        var columns = new Table { Border = styled ? TableBorder.Rounded : TableBorder.Ascii2 };
        columns.AddColumns([.. table.Header.Zip(widths, (name, width) => new TableColumn(Cell(name, Decoration.Bold)) { Width = width })]);
        foreach (var row in table.Rows)
        {
            columns.AddRow(row.Select(cell => Cell(cell)));
        }

        return columns;
    }

    private Rows Records() => new(table.Rows.SelectMany(Record));

    private IEnumerable<IRenderable> Record(IReadOnlyList<string> row) =>
    [
        Cell(row[0], Decoration.Bold),
        .. row.Skip(1).Zip(table.Header.Skip(1), (cell, name) => new Padder(Cell($"{name}: {cell}"), new(2, 0, 0, 0))),
    ];

    private static Text Cell(string text, Decoration decoration = Decoration.None) =>
        new(TerminalText.Of(text), new(decoration: decoration));
}
