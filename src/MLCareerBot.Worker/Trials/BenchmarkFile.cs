using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Trials;

/// <summary>Labelled messages to learn from and to be measured on: <c>split</c>, <c>label</c> and <c>text</c>, without a header.</summary>
internal static class BenchmarkFile
{
    private const string Train = "train";
    private const string Test = "test";

    private static readonly string[] Header = ["split", "label", "text"];

    /// <summary>The rows; a file with faults is refused with all of them.</summary>
    public static IReadOnlyList<EvaluationRow> Read(string path)
    {
        var rows = TabFile.Read(path).Where(row => !row.Cells.SequenceEqual(Header, StringComparer.OrdinalIgnoreCase)).ToList();
        TabFile.Refuse(path, rows.SelectMany(Faults));
        return Complete(path, [.. rows.Select(row => new EvaluationRow(row.Cells[0].Trim(), row.Cells[1].Trim(), row.Cells[2].Trim()))]);
    }

    private static EvaluationRow[] Complete(string path, EvaluationRow[] rows)
    {
        var labels = rows.Where(row => row.Split == Train && row.Label.Length > 0).Select(row => row.Label).Distinct(StringComparer.Ordinal);
        if (labels.Count() < 2)
        {
            throw new SetupException($"{path}: There is nothing to tell apart; add lines of the split '{Train}' with two labels or more.");
        }

        return Array.Exists(rows, row => row.Split == Test)
            ? rows
            : throw new SetupException($"{path}: There is nothing to measure on; add lines of the split '{Test}'.");
    }

    private static IEnumerable<(int Line, string Message)> Faults(TabRow row)
    {
        if (row.Cells is not [var split, _, var text])
        {
            yield return (row.Line, $"This line has {row.Cells.Length} columns; write three, separated by tabs: split, label (empty: out of scope), text.");
            yield break;
        }

        if (split.Trim() is not (Train or "val" or Test))
        {
            yield return (row.Line, $"'{split}' is no split; write train, val or test.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            yield return (row.Line, "The text is empty; fill it in or take the line out.");
        }
    }
}
