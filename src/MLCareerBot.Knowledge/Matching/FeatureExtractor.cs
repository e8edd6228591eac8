namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Turns words into hashed features: stemmed words and pairs of neighbours, then character 3- to 5-grams inside
/// each word's bounds. Words carry meaning; character grams survive typing mistakes and inflection.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Room for the features of any message; those of a word beyond it are dropped.</summary>
    public const int MaxFeatures = 4_096;

    private const int ShortestGram = 3;
    private const int LongestGram = 5;
    private const int MaxWordCharacters = 48;

    private const ulong WordSeed = 0x9E3779B97F4A7C15;
    private const ulong PairSeed = 0xC2B2AE3D27D4EB4F;
    private const ulong GramSeed = 0x165667B19E3779F9;

    /// <summary>Writes the features, word features first.</summary>
    /// <returns>How many are word features, and how many there are in all.</returns>
    public static (int WordFeatures, int Total) Extract(WordBuffer words, Span<ulong> features)
    {
        var wordFeatures = ExtractWords(words, features);
        var total = wordFeatures;
        for (var index = 0; index < words.Count; index++)
        {
            total += ExtractGrams(words[index], features[total..]);
        }

        return (wordFeatures, total);
    }

    /// <summary>The feature of a single word.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word) => Mix(HashOfStem(word), WordSeed);

    private static int ExtractWords(WordBuffer words, Span<ulong> features)
    {
        var count = 0;
        var previous = 0UL;
        for (var index = 0; index < words.Count; index++)
        {
            var stem = HashOfStem(words[index]);
            features[count++] = Mix(stem, WordSeed);
            if (index > 0)
            {
                features[count++] = Mix((previous * WordSeed) ^ stem, PairSeed);
            }

            previous = stem;
        }

        return count;
    }

    private static int ExtractGrams(ReadOnlySpan<char> word, Span<ulong> features)
    {
        Span<char> bounded = stackalloc char[MaxWordCharacters + 2];
        var length = Math.Min(word.Length, MaxWordCharacters);
        bounded[0] = bounded[length + 1] = ' ';
        word[..length].CopyTo(bounded[1..]);
        bounded = bounded[..(length + 2)];

        var count = 0;
        for (var start = 0; start < bounded.Length; start++)
        {
            var hash = Fnv1a.Start;
            var end = Math.Min(bounded.Length, start + LongestGram);
            for (var index = start; index < end && count < features.Length; index++)
            {
                hash = Fnv1a.Add(hash, bounded[index]);
                if (index - start + 1 >= ShortestGram)
                {
                    features[count++] = Mix(hash, GramSeed);
                }
            }
        }

        return count;
    }

    private static ulong HashOfStem(ReadOnlySpan<char> word) => Fnv1a.Hash(word[..Stemmer.StemLength(word)]);

    private static ulong Mix(ulong hash, ulong seed)
    {
        hash = (hash ^ seed) * 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 32);
    }
}
