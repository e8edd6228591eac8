using System.Diagnostics;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>A row of a benchmark set.</summary>
/// <param name="Split"><c>train</c>, <c>val</c> or <c>test</c>.</param>
/// <param name="Label">The label; empty for a message that nothing covers.</param>
/// <param name="Text">The message.</param>
public sealed record EvaluationRow(string Split, string Label, string Text);

/// <summary>Measures the matcher on a labelled set: trains on its train split alone, threshold included, and asks its test split.</summary>
public static class MatcherEvaluation
{
    // Three rounds of four, and nine right answers in ten kept: the published recipe.
    private static readonly MatcherOptions Options = new() { CalibrationTrainings = 12, KeepPercent = 90 };

    private const int TimedQueries = 20_000;

    /// <summary>Trains and measures.</summary>
    /// <param name="rows">The set; needs at least two labels to train on and one test row.</param>
    /// <param name="progress">Told the share of the training done, 0 to 1.</param>
    /// <exception cref="ArgumentException">The set has no test rows, or fewer than two labels to train on.</exception>
    public static EvaluationReport Run(IReadOnlyList<EvaluationRow> rows, IProgress<double>? progress = null)
    {
        var train = rows.Where(row => row.Split is "train").Select(row => new LabelledText(row.Label is "" ? null : row.Label, row.Text)).ToArray();
        var test = rows.Where(row => row.Split is "test").ToArray();
        if (test.Length == 0 || train.Select(text => text.Label).OfType<string>().Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw new ArgumentException("A benchmark needs test rows and train rows with two labels or more.", nameof(rows));
        }

        var started = Stopwatch.GetTimestamp();
        var matcher = TextMatcher.Train(train, new MessageReader(new PhraseTable([]), []), Options, progress);
        var trained = Stopwatch.GetElapsedTime(started);

        var results = Array.ConvertAll(test, row => Ask(matcher, row));
        var inScope = results.Where(result => result.Truth is not "").ToArray();
        var outOfScope = results.Where(result => result.Truth is "").ToArray();
        var (queriesPerSecond, p99) = Time(matcher, test);
        return new()
        {
            Accuracy = Share(results, result => result.Given == result.Truth),
            InScopeAccuracy = Share(inScope, result => result.Given == result.Truth),
            OutOfScopeRecall = Share(outOfScope, result => result.Given is ""),
            Mcc = Correlation(results),
            ForcedInScopeAccuracy = Share(inScope, result => result.Forced == result.Truth),
            Top3 = Share(inScope, result => result.IsInTop3),
            TrainMilliseconds = trained.TotalMilliseconds,
            QueriesPerSecond = queriesPerSecond,
            P99Microseconds = p99,
            Threshold = matcher.Rule.ScoreThreshold,
        };
    }

    private static Result Ask(TextMatcher matcher, EvaluationRow row)
    {
        var ranking = matcher.Rank(row.Text, out _);
        var forced = matcher.Labels[ranking.Best.Label];
        var isInTop3 = Enumerable.Range(0, Math.Min(3, ranking.Count)).Any(index => matcher.Labels[ranking[index].Label] == row.Label);
        return new(row.Label, ranking.Best.Score >= matcher.Rule.ScoreThreshold ? forced : "", forced, isInTop3);
    }

    private static double? Share(Result[] results, Func<Result, bool> holds) =>
        results.Length == 0 ? null : (double)results.Count(holds) / results.Length;

    /// <summary>Multi-class Matthews correlation (Gorodkin 2004); abstention is a class like any other.</summary>
    private static double Correlation(Result[] results)
    {
        var truths = results.CountBy(result => result.Truth, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var givens = results.CountBy(result => result.Given, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        double all = results.Length;
        double right = results.Count(result => result.Given == result.Truth);
        var chance = truths.Sum(truth => (double)truth.Value * givens.GetValueOrDefault(truth.Key));
        var spread = ((all * all) - SumOfSquares(givens)) * ((all * all) - SumOfSquares(truths));
        return spread > 0 ? ((right * all) - chance) / Math.Sqrt(spread) : 0;
    }

    private static double SumOfSquares(Dictionary<string, int> counts) => counts.Values.Sum(count => (double)count * count);

    private static (double QueriesPerSecond, double P99Microseconds) Time(TextMatcher matcher, EvaluationRow[] test)
    {
        var times = new double[TimedQueries];
        var total = 0.0;
        for (var query = -TimedQueries; query < TimedQueries; query++)
        {
            // The first half only warms up.
            var text = test[(query + TimedQueries) % test.Length].Text;
            var started = Stopwatch.GetTimestamp();
            _ = matcher.Rank(text, out _);
            var took = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            if (query >= 0)
            {
                times[query] = took;
                total += took;
            }
        }

        Array.Sort(times);
        return (TimedQueries / total * 1_000_000, times[TimedQueries * 99 / 100]);
    }

    private readonly record struct Result(string Truth, string Given, string Forced, bool IsInTop3);
}
