namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// The features seen in training, numbered, with how much each tells (its inverse document frequency).
/// Turns a message into a vector of unit length in which characters weigh a little more than words.
/// </summary>
internal sealed class FeatureSpace
{
    /// <summary>The id of a word that training never saw.</summary>
    public const int Unknown = -1;

    /// <summary>Weight of the character block against the word block: best of 1.0 to 1.8 over the public sets.</summary>
    private const float CharacterWeight = 1.5f;

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<bool> _isWord = [];
    private float[] _rarity = [];
    private float _mostRare;

    /// <summary>How many features are known; their ids run from zero.</summary>
    public int Count => _ids.Count;

    /// <summary>The id of a word's feature, or <see cref="Unknown"/>.</summary>
    public int IdOf(ReadOnlySpan<char> word) => _ids.GetValueOrDefault(FeatureExtractor.OfWord(word), Unknown);

    /// <summary>How much a feature tells: 1 if every message has it, most if it was never seen.</summary>
    public float RarityOf(int id) => id == Unknown ? _mostRare : _rarity[id];

    /// <summary>Learns the features of the training messages; call once.</summary>
    /// <returns>The messages as unit vectors.</returns>
    public SparseVector[] Fit(IReadOnlyList<WordBuffer> messages)
    {
        var scratch = new QueryScratch();
        foreach (var words in messages)
        {
            Learn(words, scratch.Features);
        }

        scratch.SizedFor(Count, scores: 0);
        var vectors = messages.Select(words => CountOf(words, scratch)).ToArray();
        Weigh(vectors);
        foreach (var (ids, values) in vectors)
        {
            Scale(ids, values);
            Normalize(ids, values);
        }

        return vectors;
    }

    /// <summary>Reads a message into <paramref name="scratch"/> as a unit vector over the known features.</summary>
    /// <returns>The number of its non-zero entries.</returns>
    public int Read(WordBuffer words, QueryScratch scratch)
    {
        var count = CountFeatures(words, scratch);
        var ids = scratch.Ids.AsSpan(0, count);
        var values = scratch.Values.AsSpan(0, count);
        Scale(ids, values);
        Normalize(ids, values);
        return count;
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
        int[] kept = [.. Enumerable.Range(0, vector.Ids.Length).Where(index => _isWord[vector.Ids[index]])];
        var length = MathF.Sqrt(kept.Sum(index => vector.Values[index] * vector.Values[index]));
        return new([.. kept.Select(index => vector.Ids[index])], [.. kept.Select(index => vector.Values[index] / length)]);
    }

    /// <summary>Writes the word features of a vector, as a unit vector, to an array with one value per feature.</summary>
    public void SpreadWords(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> dense)
    {
        var squares = 0f;
        for (var index = 0; index < ids.Length; index++)
        {
            squares += _isWord[ids[index]] ? values[index] * values[index] : 0;
        }

        var length = MathF.Sqrt(squares);
        for (var index = 0; index < ids.Length; index++)
        {
            dense[ids[index]] = _isWord[ids[index]] ? values[index] / length : 0;
        }
    }

    private void Learn(WordBuffer words, Span<ulong> features)
    {
        var (wordFeatures, total) = FeatureExtractor.Extract(words, features);
        for (var index = 0; index < total; index++)
        {
            if (_ids.TryAdd(features[index], _ids.Count))
            {
                _isWord.Add(index < wordFeatures);
            }
        }
    }

    private SparseVector CountOf(WordBuffer words, QueryScratch scratch)
    {
        var count = CountFeatures(words, scratch);
        return new(scratch.Ids[..count], scratch.Values[..count]);
    }

    // Ids in order of first occurrence, with how often each occurs.
    private int CountFeatures(WordBuffer words, QueryScratch scratch)
    {
        var (_, total) = FeatureExtractor.Extract(words, scratch.Features);
        var dense = scratch.Dense;
        var count = 0;
        foreach (var feature in scratch.Features.AsSpan(0, total))
        {
            if (_ids.TryGetValue(feature, out var id) && dense[id]++ == 0)
            {
                scratch.Ids[count++] = id;
            }
        }

        for (var index = 0; index < count; index++)
        {
            scratch.Values[index] = dense[scratch.Ids[index]];
            dense[scratch.Ids[index]] = 0;
        }

        return count;
    }

    private void Weigh(SparseVector[] counts)
    {
        var messagesWith = new int[Count];
        foreach (var id in counts.SelectMany(vector => vector.Ids))
        {
            messagesWith[id]++;
        }

        _rarity = Array.ConvertAll(messagesWith, with => InverseFrequency(counts.Length, with));
        _mostRare = InverseFrequency(counts.Length, messagesWith: 1);
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
