namespace MLCareerBot.Knowledge.Matching;

/// <summary>The middle of each label's messages.</summary>
internal static class Centroids
{
    /// <summary>Adds the cosine to every label's centroid, times <paramref name="factor"/>, to the labels' weights.</summary>
    public static void AddTo(
        LabelWeights weights, ReadOnlySpan<SparseVector> vectors, ReadOnlySpan<int> labels, int features, float factor)
    {
        var sums = new LabelWeights(features, weights.Width);
        for (var index = 0; index < vectors.Length; index++)
        {
            var (ids, values) = vectors[index];
            for (var entry = 0; entry < ids.Length; entry++)
            {
                sums.Row(ids[entry])[labels[index]] += values[entry];
            }
        }

        var lengths = new float[weights.Width];
        for (var feature = 0; feature < features; feature++)
        {
            var row = sums.Row(feature);
            for (var label = 0; label < row.Length; label++)
            {
                lengths[label] += row[label] * row[label];
            }
        }

        for (var feature = 0; feature < features; feature++)
        {
            var sum = sums.Row(feature);
            var weight = weights.Row(feature);
            for (var label = 0; label < sum.Length; label++)
            {
                weight[label] += sum[label] > 0 ? factor * sum[label] / MathF.Sqrt(lengths[label]) : 0;
            }
        }
    }
}
