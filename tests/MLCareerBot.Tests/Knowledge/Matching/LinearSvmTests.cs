using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class LinearSvmTests
{
    [Fact]
    public void Separates_Labels_That_Can_Be_Separated()
    {
        SparseVector[] vectors = [new([0], [1]), new([1], [1]), new([2], [1]), new([0, 3], [0.9f, 0.1f]), new([1, 3], [0.9f, 0.1f])];
        int[] labels = [0, 1, 2, 0, 1];
        var weights = new LabelWeights(features: 4, labels: 3);

        LinearSvm.Train(vectors, labels, weights, passes: 50);

        for (var index = 0; index < vectors.Length; index++)
        {
            var scores = new float[weights.Width];
            weights.Score(vectors[index].Ids, vectors[index].Values, scores);
            Assert.True(scores[labels[index]] > 0);
            Assert.Equal(labels[index], Array.IndexOf(scores, scores[..3].Max()));
        }
    }

    [Fact]
    public void Reaches_The_Known_Optimum_Of_A_Two_Point_Problem()
    {
        // x = +-1, y = +-1, C = 2, bias as a feature: by symmetry b = 0, and w minimises w^2 / 2 + 4 (1 - w)^2, so w = 8/9.
        SparseVector[] vectors = [new([0], [1]), new([0], [-1])];
        var weights = new LabelWeights(features: 1, labels: 2);

        LinearSvm.Train(vectors, [0, 1], weights, passes: 500);

        Assert.Equal(8f / 9, weights.Row(0)[0], 0.02f);
        Assert.Equal(-8f / 9, weights.Row(0)[1], 0.02f);
        Assert.Equal(0, weights.Bias[0], 0.02f);
    }
}
