using System.Globalization;
using MLCareerBot.Chat;

namespace MLCareerBot.Worker.Trials;

/// <summary>The results of many test questions as a table, a row for every kind.</summary>
internal static class QuestionScores
{
    public static ReplyBlock.Table Table(IReadOnlyList<QuestionResult> results) => new(
        ["Kind", "Asked", "Right", "Wrong", "Right or suggested", "Not covered, yet answered"],
        [
            .. results.GroupBy(result => result.Question.Kind, StringComparer.Ordinal).Select(kind => Row(kind.Key, [.. kind])),
            Row("all", results),
        ]);

    private static string[] Row(string name, IReadOnlyList<QuestionResult> results)
    {
        var covered = results.Where(result => result.IsCovered).ToList();
        return
        [
            name,
            results.Count.ToString(CultureInfo.InvariantCulture),
            Share(covered, result => result.IsAnsweredRight),
            Share(covered, result => result.IsAnswered && !result.IsAnsweredRight),
            Share(covered, result => result.IsRightOrSuggested),
            Share([.. results.Where(result => result.IsUncovered)], result => result.IsAnswered),
        ];
    }

    private static string Share(List<QuestionResult> of, Func<QuestionResult, bool> counts) =>
        of.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * of.Count(counts) / of.Count:0.0}% ({of.Count(counts)})");
}
