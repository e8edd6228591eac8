using System.Runtime.InteropServices;

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

    /// <summary>Learns the features of the training messages, each its words a space apart; call once.</summary>
    /// <returns>The messages as unit vectors.</returns>
    public SparseVector[] Fit(IReadOnlyList<string> messages)
    {
        var scratch = new QueryScratch();
        var occurrences = messages.Select(message => Learn(message, scratch)).ToArray();

        scratch.SizedFor(Count, scores: 0);
        var vectors = Array.ConvertAll(occurrences, ids => Counted(ids, scratch));
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

    // Returns the id of every feature, as often as it occurs.
    private int[] Learn(string message, QueryScratch scratch)
    {
        scratch.Words.Clear();
        scratch.Words.Add(message);
        var (wordFeatures, total) = FeatureExtractor.Extract(scratch.Words, scratch.Features);
        var occurrences = new int[total];
        for (var index = 0; index < total; index++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, scratch.Features[index], out var isKnown);
            if (!isKnown)
            {
                id = _isWord.Count;
                _isWord.Add(index < wordFeatures);
            }

            occurrences[index] = id;
        }

        return occurrences;
    }

    private static SparseVector Counted(int[] occurrences, QueryScratch scratch)
    {
        var count = 0;
        foreach (var id in occurrences)
        {
            count = CountOne(id, count, scratch);
        }

        TakeCounts(count, scratch);
        return new(scratch.Ids[..count], scratch.Values[..count]);
    }

    // Ids in order of first occurrence, with how often each occurs.
    private int CountFeatures(WordBuffer words, QueryScratch scratch)
    {
        var (_, total) = FeatureExtractor.Extract(words, scratch.Features);
        var count = 0;
        foreach (var feature in scratch.Features.AsSpan(0, total))
        {
            if (_ids.TryGetValue(feature, out var id))
            {
                count = CountOne(id, count, scratch);
            }
        }

        TakeCounts(count, scratch);
        return count;
    }

    private static int CountOne(int id, int count, QueryScratch scratch)
    {
        if (scratch.Dense[id]++ == 0)
        {
            scratch.Ids[count++] = id;
        }

        return count;
    }

    private static void TakeCounts(int count, QueryScratch scratch)
    {
        for (var index = 0; index < count; index++)
        {
            ref var occurrences = ref scratch.Dense[scratch.Ids[index]];
            scratch.Values[index] = occurrences;
            occurrences = 0;
        }
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
