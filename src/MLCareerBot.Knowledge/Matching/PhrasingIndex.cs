namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// The training messages by label, to find the one whose words are most like a question's. Characters are left out:
/// they make the search ten times longer and the result no better.
/// </summary>
internal sealed class PhrasingIndex
{
    private readonly SparseVector[][] _byLabel;

    public PhrasingIndex(FeatureSpace space, ReadOnlySpan<SparseVector> vectors, ReadOnlySpan<int> labels, int labelCount)
    {
        var lists = new List<SparseVector>[labelCount];
        for (var label = 0; label < labelCount; label++)
        {
            lists[label] = [];
        }

        for (var index = 0; index < vectors.Length; index++)
        {
            if (labels[index] < labelCount)
            {
                lists[labels[index]].Add(space.WordsOf(vectors[index]));
            }
        }

        _byLabel = Array.ConvertAll(lists, list => list.ToArray());
    }

    /// <summary>The largest cosine between the question's words and those of a phrasing of the label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="question">The question's words as a unit vector, one value per feature.</param>
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
}
