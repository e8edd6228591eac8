namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// How much each feature counts: the rarer in training the more (inverse document frequency), and characters together
/// a little more than words.
/// </summary>
internal sealed class FeatureWeights
{
    /// <summary>Weight of the character block against the word block: best of 1.0 to 1.8 over the public sets.</summary>
    private const float CharacterWeight = 1.5f;

    private readonly bool[] _isWord;
    private readonly float[] _rarity;
    private readonly float _mostRare;

    private FeatureWeights(bool[] isWord, float[] rarity, float mostRare)
    {
        _isWord = isWord;
        _rarity = rarity;
        _mostRare = mostRare;
    }

    /// <summary>Before training: no feature is known.</summary>
    public static FeatureWeights None { get; } = new([], [], 0);

    /// <param name="counts">How often each feature occurs in each training message.</param>
    /// <param name="isWord">For each feature, whether it is one of words.</param>
    public static FeatureWeights Learn(SparseVector[] counts, bool[] isWord)
    {
        var messagesWith = new int[isWord.Length];
        foreach (var id in counts.SelectMany(vector => vector.Ids))
        {
            messagesWith[id]++;
        }

        return new(
            isWord,
            Array.ConvertAll(messagesWith, with => InverseFrequency(counts.Length, with)),
            InverseFrequency(counts.Length, messagesWith: 1));
    }

    /// <summary>How much a feature tells: 1 if every message has it, most if it was never seen.</summary>
    public float RarityOf(int id) => id == FeatureSpace.Unknown ? _mostRare : _rarity[id];

    /// <summary>Turns counts into a unit vector.</summary>
    public void Apply(ReadOnlySpan<int> ids, Span<float> values)
    {
        Scale(ids, values);
        Normalize(ids, values);
    }

    /// <summary>Gives the word block and the character block their shares of a unit vector.</summary>
    public void Normalize(ReadOnlySpan<int> ids, Span<float> values)
    {
        float words = 0, grams = 0;
        for (var index = 0; index < ids.Length; index++)
        {
            var square = values[index] * values[index];
            if (_isWord[ids[index]])
            {
                words += square;
            }
            else
            {
                grams += square;
            }
        }

        var whole = MathF.Sqrt(1 + (CharacterWeight * CharacterWeight));
        var wordFactor = words > 0 ? 1 / (MathF.Sqrt(words) * whole) : 0;
        var gramFactor = grams > 0 ? CharacterWeight / (MathF.Sqrt(grams) * whole) : 0;
        for (var index = 0; index < ids.Length; index++)
        {
            values[index] *= _isWord[ids[index]] ? wordFactor : gramFactor;
        }
    }

    /// <summary>The word features of a vector alone, as a unit vector.</summary>
    public SparseVector WordsOf(SparseVector vector)
    {
        var ids = new int[vector.Ids.Length];
        var values = new float[vector.Ids.Length];
        var count = WordsOf(vector.Ids, vector.Values, ids, values);
        return new(ids[..count], values[..count]);
    }

    /// <summary>Writes the word features of a vector, as a unit vector.</summary>
    /// <returns>Their number.</returns>
    public int WordsOf(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<int> wordIds, Span<float> wordValues)
    {
        var count = 0;
        var squares = 0f;
        for (var index = 0; index < ids.Length; index++)
        {
            if (_isWord[ids[index]])
            {
                wordIds[count] = ids[index];
                wordValues[count++] = values[index];
                squares += values[index] * values[index];
            }
        }

        var length = MathF.Sqrt(squares);
        foreach (ref var value in wordValues[..count])
        {
            value /= length;
        }

        return count;
    }

    private static float InverseFrequency(int messages, int messagesWith) =>
        MathF.Log((1f + messages) / (1f + messagesWith)) + 1;

    // Sublinear: the second occurrence of a feature tells less than the first.
    private void Scale(ReadOnlySpan<int> ids, Span<float> values)
    {
        for (var index = 0; index < ids.Length; index++)
        {
            values[index] = (1 + MathF.Log(values[index])) * _rarity[ids[index]];
        }
    }
}
