using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class MatcherEvaluationTests
{
    [Fact]
    public void Reports_Every_Figure_On_A_Set_Of_Its_Own()
    {
        var report = MatcherEvaluation.Run([.. Rows("train", 24), .. Rows("test", 6), new("test", "", "zzz qqq xxx")]);

        Assert.Equal(1, report.ForcedInScopeAccuracy);
        Assert.Equal(1, report.Top3);
        Assert.Equal(1, report.OutOfScopeRecall);
        Assert.InRange(report.Mcc, 0.01, 1);
        Assert.InRange(report.Accuracy ?? 0, 0.1, 1);
        Assert.True(report.QueriesPerSecond > 0);
        Assert.True(report.P99Microseconds > 0);
    }

    [Fact]
    public void The_Test_Split_Never_Reaches_The_Training()
    {
        // The same training rows with other test rows must lead to the same threshold.
        var one = MatcherEvaluation.Run([.. Rows("train", 24), new("test", "bike", "mend my tyre")]);
        var other = MatcherEvaluation.Run([.. Rows("train", 24), new("test", "soup", "cook carrots"), new("val", "tea", "green tea")]);

        Assert.Equal(one.Threshold, other.Threshold);
    }

    [Fact]
    public void A_Set_Without_Test_Rows_Is_Refused() =>
        Assert.Throws<ArgumentException>(() => MatcherEvaluation.Run([.. Rows("train", 24)]));

    private static IEnumerable<EvaluationRow> Rows(string split, int count)
    {
        string[] verbs = ["mend", "clean", "paint", "buy", "sell", "lock", "ride", "find", "lend", "park", "push", "check"];
        string[] foods = ["carrots", "leeks", "onions", "beans", "peas", "lentils", "celery", "barley", "noodles", "dumplings", "herbs", "pepper"];
        for (var index = 0; index < count; index++)
        {
            yield return index % 2 == 0
                ? new(split, "bike", $"how do i {verbs[index / 2 % verbs.Length]} my bike")
                : new(split, "soup", $"which soup has {foods[index / 2 % foods.Length]} in it");
        }
    }
}
