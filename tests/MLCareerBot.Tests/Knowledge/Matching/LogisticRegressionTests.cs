using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Finds_The_Odds_It_Was_Shown()
    {
        // At 0, one in four comes true; at 1, three in four: weight 2 ln 3, bias -ln 3.
        double[][] rows = [.. Enumerable.Range(0, 400).Select(index => new double[] { index % 2 })];
        bool[] outcomes = [.. Enumerable.Range(0, 400).Select(index => index % 2 == 0 ? index % 8 == 0 : index % 8 != 1)];

        var model = LogisticRegression.Fit(rows, outcomes);

        Assert.Equal(0.25, model.Predict([0]), 0.01);
        Assert.Equal(0.75, model.Predict([1]), 0.01);
    }

    [Fact]
    public void Stays_Finite_When_The_Outcome_Is_Certain()
    {
        double[][] rows = [[0.0], [0.1], [0.9], [1.0]];

        var model = LogisticRegression.Fit(rows, [false, false, true, true]);

        Assert.InRange(model.Predict([0]), 0, 0.2);
        Assert.InRange(model.Predict([1]), 0.8, 1);
    }
}
