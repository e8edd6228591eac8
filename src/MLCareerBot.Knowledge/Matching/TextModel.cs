namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Scores a message against every label: SVM margin, plus the cosine to the label's centroid, and for the best few also
/// the cosine to the label's nearest phrasing. Messages that no label covers are one label more, scored apart.
/// </summary>
internal sealed class TextModel
{
    private const float CentroidFactor = 2;

    /// <summary>Messages a label, on average, up to which the centroid has its full weight.</summary>
    private const float FewMessages = 60;

    /// <summary>0.5 to 1 is a plateau over the public sets.</summary>
    private const float NearestFactor = 0.7f;

    private readonly LabelWeights _weights;
    private readonly PhrasingIndex _phrasings;
    private readonly FeatureSpace _space;
    private readonly int _labelCount;

    private TextModel(LabelWeights weights, PhrasingIndex phrasings, TrainingSet set)
    {
        _weights = weights;
        _phrasings = phrasings;
        _space = set.Space;
        _labelCount = set.LabelCount;
    }

    /// <summary>Floats that <see cref="Rank"/> needs for scores.</summary>
    public int Width => _weights.Width;

    /// <summary>Trains on some or all messages of a training set.</summary>
    public static TextModel Train(TrainingSet set, ReadOnlySpan<int> messages, int passes)
    {
        var vectors = new SparseVector[messages.Length];
        var labels = new int[messages.Length];
        for (var index = 0; index < messages.Length; index++)
        {
            vectors[index] = set.Vectors[messages[index]];
            labels[index] = set.Labels[messages[index]];
        }

        var weights = new LabelWeights(set.Space.Count, set.LabelCount + 1);
        LinearSvm.Train(vectors, labels, weights, passes);
        Centroids.AddTo(weights, vectors, labels, set.Space.Count, FactorOfCentroids(set));
        return new(weights, new PhrasingIndex(set.Space, vectors, labels, set.LabelCount), set);
    }

    /// <summary>Ranks the labels for a unit vector.</summary>
    public Ranking Rank(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, QueryScratch scratch)
    {
        _weights.Score(ids, values, scratch.Scores);
        var linear = default(Ranking);
        for (var label = 0; label < _labelCount; label++)
        {
            linear.Offer(label, scratch.Scores[label]);
        }

        var words = _space.Weights.WordsOf(ids, values, scratch.WordIds, scratch.WordValues);
        var ranking = AddNearest(linear, scratch.WordIds.AsSpan(0, words), scratch.WordValues.AsSpan(0, words), scratch.CosinesFor(_phrasings.MostMessages));
        ranking.Outside = scratch.Scores[_labelCount];
        return ranking;
    }

    /// <summary>What a label's nearest phrasing adds to its score for a unit vector.</summary>
    public float NearestPart(int label, ReadOnlySpan<int> ids, ReadOnlySpan<float> values, QueryScratch scratch)
    {
        var words = _space.Weights.WordsOf(ids, values, scratch.WordIds, scratch.WordValues);
        return NearestFactor * _phrasings.Nearest(
            label, scratch.WordIds.AsSpan(0, words), scratch.WordValues.AsSpan(0, words), scratch.CosinesFor(_phrasings.MostMessages));
    }

    // A middle steadies what few messages teach; many teach more by the margin alone. The whole set decides, so that a
    // model of a part of it scores on the same scale.
    private static float FactorOfCentroids(TrainingSet set) =>
        CentroidFactor * Math.Min(1, FewMessages * (set.LabelCount + 1) / set.Vectors.Length);

    private Ranking AddNearest(Ranking linear, ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> cosines)
    {
        var ranking = default(Ranking);
        for (var index = 0; index < linear.Count; index++)
        {
            var (label, score) = linear[index];
            var nearest = _phrasings.Nearest(label, ids, values, cosines);
            ranking.Offer(label, score + (NearestFactor * nearest));
            if (ranking.Best.Label == label)
            {
                ranking.Nearest = nearest;
            }
        }

        return ranking;
    }
}
