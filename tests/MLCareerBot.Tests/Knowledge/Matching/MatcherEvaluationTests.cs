using System.Globalization;
using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class MatcherEvaluationTests
{
    [Fact]
    public void Reports_Every_Figure_On_A_Set_Of_Its_Own()
    {
        var report = MatcherEvaluation.Run([.. Rows("train", 96), .. Rows("test", 20), new("test", "", "zzz qqq xxx")]);

        Assert.Equal(1, report.ForcedInScopeAccuracy);
        Assert.Equal(1, report.Top3);
        Assert.Equal(1, report.OutOfScopeRecall);
        Assert.InRange(report.Mcc, 0.5, 1);
        Assert.InRange(report.Accuracy ?? 0, 0.5, 1);
        Assert.True(report.QueriesPerSecond > 0);
        Assert.True(report.P99Microseconds > 0);
    }

    [Fact]
    public void The_Test_Split_Never_Reaches_The_Training()
    {
        // The same training rows with other test rows must lead to the same threshold.
        var one = MatcherEvaluation.Run([.. Rows("train", 96), new("test", "bike", "mend my tyre")]);
        var other = MatcherEvaluation.Run([.. Rows("train", 96), new("test", "soup", "cook carrots"), new("val", "tea", "green tea")]);

        Assert.Equal(one.Threshold, other.Threshold);
    }

    [Theory]
    [InlineData(new[] { "a", "b" }, new[] { "x", "y" })]
    [InlineData(new[] { "a", "a", "b", "b" }, new[] { "x", "y", "x", "y" })]
    [InlineData(new[] { "a", "b" }, new[] { "...", "\uFFFE" })]
    public void A_Set_With_Next_To_Nothing_To_Learn_From_Is_Measured_All_The_Same(string[] labels, string[] texts)
    {
        var report = MatcherEvaluation.Run([.. labels.Zip(texts, (label, text) => new EvaluationRow("train", label, text)), new("test", "a", "x")]);

        Assert.InRange(report.ForcedInScopeAccuracy ?? -1, 0, 1);
        Assert.False(double.IsNaN(report.Mcc));
    }

    [Fact]
    public void A_Set_Without_Test_Rows_Is_Refused() =>
        Assert.Throws<ArgumentException>(() => MatcherEvaluation.Run([.. Rows("train", 96)]));

    private static IEnumerable<EvaluationRow> Rows(string split, int count)
    {
        string[] labels = ["bike", "soup", "piano", "garden"];
        string[] frames = ["how do i {0} my {1}", "can you {0} a {1}", "{1} to {0}", "best way to {0} the {1}", "{0} {1} please"];
        string[][] verbs =
        [
            ["mend", "ride", "lock", "pump", "park", "pedal"], ["cook", "season", "stir", "taste", "boil", "freeze"],
            ["tune", "play", "practise", "dust", "transpose", "hear"], ["weed", "dig", "plant", "water", "prune", "rake"],
        ];
        for (var index = 0; index < count; index++)
        {
            var label = index % labels.Length;
            var verb = verbs[label][index / labels.Length % 6];
            yield return new(split, labels[label], string.Format(CultureInfo.InvariantCulture, frames[index / 5 % frames.Length], verb, labels[label]));
        }
    }
}
