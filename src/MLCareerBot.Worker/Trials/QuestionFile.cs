using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Trials;

/// <summary>Test questions in a file of their own, whose header says what its columns are.</summary>
internal static class QuestionFile
{
    private const string NotAnswered = "-";

    private static readonly string[] Needed = ["expect", "question"];

    /// <summary>The questions; a file with faults is refused with all of them.</summary>
    public static IReadOnlyList<GoldenQuestion> Read(string path)
    {
        var lines = TabFile.Read(path);
        if (lines.Count == 0)
        {
            throw new SetupException($"{path}: The file is empty; begin it with a header of the columns expect and question.");
        }

        var (header, rows) = (lines[0], lines.Skip(1).ToList());
        var columns = header.Cells.Select(name => name.Trim().ToLowerInvariant()).ToList();
        TabFile.Refuse(path, HeaderFaults(header, columns));
        TabFile.Refuse(path, rows.SelectMany(row => RowFaults(row, columns)));
        return [.. rows.Select(row => ToQuestion(row, columns))];
    }

    private static IEnumerable<(int Line, string Message)> HeaderFaults(TabRow header, List<string> columns) =>
        Needed.Where(name => !columns.Contains(name))
            .Select(name => (header.Line, $"The header has no column '{name}'; it needs expect and question, and may have after, kind and id, separated by tabs."));

    private static IEnumerable<(int Line, string Message)> RowFaults(TabRow row, List<string> columns)
    {
        if (row.Cells.Length != columns.Count)
        {
            return [(row.Line, $"This line has {row.Cells.Length} columns; the header has {columns.Count}.")];
        }

        return Needed.Where(name => Cell(row, columns, name) is null)
            .Select(name => (row.Line, $"The column '{name}' is empty; fill it in."));
    }

    private static GoldenQuestion ToQuestion(TabRow row, List<string> columns) => new(
        Cell(row, columns, "question") ?? "",
        Cell(row, columns, "after"),
        [.. (Cell(row, columns, "expect") ?? "").Split('|', StringSplitOptions.TrimEntries).Select(id => id is NotAnswered ? "" : id)],
        Cell(row, columns, "kind") ?? "question",
        row.Line);

    private static string? Cell(TabRow row, List<string> columns, string name) =>
        columns.IndexOf(name) is >= 0 and var index && row.Cells[index].Trim() is { Length: > 0 } cell ? cell : null;
}
