namespace MLCareerBot.Knowledge.Matching;

/// <summary>How much of a question is made of words that the labels' own phrasings use.</summary>
internal sealed class Coverage
{
    private readonly FeatureSpace _space;
    private readonly bool[] _seen;
    private readonly bool[] _covered;

    /// <param name="set">The training set.</param>
    /// <param name="messages">Its messages that count as known.</param>
    public Coverage(TrainingSet set, ReadOnlySpan<int> messages)
    {
        _space = set.Space;
        _seen = new bool[set.Space.Count];
        _covered = new bool[set.Space.Count];
        foreach (var message in messages)
        {
            var covered = set.IsCovered(message);
            foreach (var id in set.Vectors[message].Ids)
            {
                _seen[id] = true;
                _covered[id] |= covered;
            }
        }
    }

    /// <summary>True if one of the known messages has the feature.</summary>
    public bool HasSeen(int feature) => _seen[feature];

    /// <summary>The share of the words, weighed by rarity: 0 to 1.</summary>
    /// <param name="words">The words' feature ids, or <see cref="FeatureSpace.Unknown"/>.</param>
    public float Of(ReadOnlySpan<int> words)
    {
        float covered = 0, all = 0;
        foreach (var id in words)
        {
            var seen = id != FeatureSpace.Unknown && _seen[id];
            var rarity = _space.Weights.RarityOf(seen ? id : FeatureSpace.Unknown);
            all += rarity;
            covered += seen && _covered[id] ? rarity : 0;
        }

        return all > 0 ? covered / all : 0;
    }
}
