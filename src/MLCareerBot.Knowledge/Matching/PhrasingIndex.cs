namespace MLCareerBot.Knowledge.Matching;

/// <summary>The training messages by label, to find the one most like a question.</summary>
internal sealed class PhrasingIndex
{
    private readonly SparseVector[][] _byLabel;

    public PhrasingIndex(ReadOnlySpan<SparseVector> vectors, ReadOnlySpan<int> labels, int labelCount)
    {
        var lists = new List<SparseVector>[labelCount];
        for (var label = 0; label < labelCount; label++)
        {
            lists[label] = [];
        }

        for (var index = 0; index < vectors.Length; index++)
        {
            lists[labels[index]].Add(vectors[index]);
        }

        _byLabel = Array.ConvertAll(lists, list => list.ToArray());
    }

    /// <summary>The largest cosine between the question and a phrasing of the label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="question">The question's unit vector, one value per feature.</param>
    public float Nearest(int label, ReadOnlySpan<float> question)
    {
        var nearest = 0f;
        foreach (var (ids, values) in _byLabel[label])
        {
            var cosine = 0f;
            for (var index = 0; index < ids.Length; index++)
            {
                cosine += question[ids[index]] * values[index];
            }

            nearest = Math.Max(nearest, cosine);
        }

        return nearest;
    }

    /// <summary>Adds the cosine to every label's centroid, times <paramref name="factor"/>, to the labels' weights.</summary>
    public void AddCentroids(LabelWeights weights, int features, float factor)
    {
        var sum = new float[features];
        for (var label = 0; label < _byLabel.Length; label++)
        {
            Array.Clear(sum);
            foreach (var (ids, values) in _byLabel[label])
            {
                for (var index = 0; index < ids.Length; index++)
                {
                    sum[ids[index]] += values[index];
                }
            }

            AddUnit(weights, label, sum, factor);
        }
    }

    private static void AddUnit(LabelWeights weights, int label, float[] sum, float factor)
    {
        var length = MathF.Sqrt(sum.Sum(value => value * value));
        for (var feature = 0; feature < sum.Length; feature++)
        {
            if (sum[feature] > 0)
            {
                weights.Row(feature)[label] += factor * sum[feature] / length;
            }
        }
    }
}
