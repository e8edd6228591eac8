using System.Runtime.InteropServices;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// The features seen in training, numbered: turns a message into a vector of unit length.
/// </summary>
internal sealed class FeatureSpace
{
    /// <summary>The id of a word that training never saw.</summary>
    public const int Unknown = -1;

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<bool> _isWord = [];

    /// <summary>How much each feature counts.</summary>
    public FeatureWeights Weights { get; private set; } = FeatureWeights.None;

    /// <summary>How many features are known; their ids run from zero.</summary>
    public int Count => _ids.Count;

    /// <summary>The id of a word's feature, or <see cref="Unknown"/>.</summary>
    public int IdOf(ReadOnlySpan<char> word) => _ids.GetValueOrDefault(FeatureExtractor.OfWord(word), Unknown);

    /// <summary>Learns the features of the training messages, each its words a space apart; call once.</summary>
    /// <returns>The messages as unit vectors.</returns>
    public SparseVector[] Fit(IReadOnlyList<string> messages)
    {
        var scratch = new QueryScratch();
        var occurrences = messages.Select(message => Learn(message, scratch)).ToArray();

        scratch.SizedFor(Count, scores: 0);
        var vectors = Array.ConvertAll(occurrences, ids => Counted(ids, scratch));
        Weights = FeatureWeights.Learn(vectors, [.. _isWord]);
        foreach (var (ids, values) in vectors)
        {
            Weights.Apply(ids, values);
        }

        return vectors;
    }

    /// <summary>Reads a message into <paramref name="scratch"/> as a unit vector over the known features.</summary>
    /// <returns>The number of its non-zero entries.</returns>
    public int Read(WordBuffer words, QueryScratch scratch)
    {
        var count = CountFeatures(words, scratch);
        Weights.Apply(scratch.Ids.AsSpan(0, count), scratch.Values.AsSpan(0, count));
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
}
