namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// The training messages by label, to find the one whose words are most like a question's. Characters are left out:
/// they make the search ten times longer and the result no better. Kept as an inverted index whose messages are
/// numbered label by label, so that a word's messages of one label stand side by side.
/// </summary>
internal sealed class PhrasingIndex
{
    private readonly int[] _firstOfLabel;
    private readonly int[] _firstOfFeature;
    private readonly int[] _messages;
    private readonly float[] _values;

    /// <param name="space">The feature space.</param>
    /// <param name="vectors">The training messages.</param>
    /// <param name="labels">Their labels; those from <paramref name="labelCount"/> on are left out.</param>
    /// <param name="labelCount">Labels to index.</param>
    public PhrasingIndex(FeatureSpace space, ReadOnlySpan<SparseVector> vectors, ReadOnlySpan<int> labels, int labelCount)
    {
        var byLabel = new List<SparseVector>[labelCount];
        for (var label = 0; label < labelCount; label++)
        {
            byLabel[label] = [];
        }

        for (var index = 0; index < vectors.Length; index++)
        {
            if (labels[index] < labelCount)
            {
                byLabel[labels[index]].Add(space.Weights.WordsOf(vectors[index]));
            }
        }

        _firstOfLabel = FirstOf(byLabel.Select(list => list.Count));
        MostMessages = byLabel.Max(list => list.Count);

        var postings = byLabel.SelectMany(list => list)
            .SelectMany((vector, message) => vector.Ids.Select((feature, entry) => (Feature: feature, Message: message, Value: vector.Values[entry])))
            .OrderBy(posting => posting.Feature)
            .ThenBy(posting => posting.Message)
            .ToArray();
        var counts = new int[space.Count];
        foreach (var (feature, _, _) in postings)
        {
            counts[feature]++;
        }

        _firstOfFeature = FirstOf(counts);
        _messages = Array.ConvertAll(postings, posting => posting.Message);
        _values = Array.ConvertAll(postings, posting => posting.Value);
    }

    /// <summary>The number of messages of the label with most of them.</summary>
    public int MostMessages { get; }

    /// <summary>The largest cosine between the question's words and those of a phrasing of the label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="ids">Feature ids of the question's words.</param>
    /// <param name="values">Their values, a unit vector.</param>
    /// <param name="cosines">Room for <see cref="MostMessages"/>.</param>
    public float Nearest(int label, ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> cosines)
    {
        var first = _firstOfLabel[label];
        cosines = cosines[..(_firstOfLabel[label + 1] - first)];
        cosines.Clear();
        for (var index = 0; index < ids.Length; index++)
        {
            var messages = _messages.AsSpan(_firstOfFeature[ids[index]].._firstOfFeature[ids[index] + 1]);
            var posting = FirstAtLeast(messages, first);
            for (; posting < messages.Length && messages[posting] - first < cosines.Length; posting++)
            {
                cosines[messages[posting] - first] += values[index] * _values[_firstOfFeature[ids[index]] + posting];
            }
        }

        var nearest = 0f;
        foreach (var cosine in cosines)
        {
            nearest = Math.Max(nearest, cosine);
        }

        return nearest;
    }

    private static int FirstAtLeast(ReadOnlySpan<int> sorted, int value)
    {
        var index = sorted.BinarySearch(value);
        return index < 0 ? ~index : index;
    }

    // Where each group starts when groups of these sizes stand one after another, and where the last one ends.
    private static int[] FirstOf(IEnumerable<int> counts)
    {
        var next = 0;
        return [0, .. counts.Select(count => next += count)];
    }
}
