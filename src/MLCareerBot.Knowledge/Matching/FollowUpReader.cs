using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Understands fragments ("and per hour?", "why python?") through the topic just answered, and only fragments made of
/// that topic's or a related one's own words: a question that stands on its own is never bent.
/// </summary>
internal sealed class FollowUpReader
{
    private const int MostWords = 9;
    private const int MostContentWords = 3;

    // A word of one phrasing may be somebody's trade or pet; the topic's own words come again.
    private const int UsualFrom = 3;

    private static readonly HashSet<ulong> FunctionWords = [.. EnglishText.FunctionWords.Select(word => FeatureExtractor.OfWord(word))];

    private readonly IReadOnlyList<string> _labels;
    private readonly Dictionary<string, Neighbour[]> _neighbours;

    /// <param name="pack">The pack.</param>
    /// <param name="labels">Label names by number.</param>
    /// <param name="read">Reads phrases the way questions are read.</param>
    public FollowUpReader(KnowledgePack pack, IReadOnlyList<string> labels, Func<IEnumerable<string>, IEnumerable<string>> read)
    {
        _labels = labels;
        var topics = pack.Topics.ToDictionary(topic => topic.Id, topic => new Neighbour(topic, read), StringComparer.Ordinal);
        _neighbours = pack.Topics.ToDictionary(
            topic => topic.Id,
            topic => NeighboursOf(topic, pack).Select(id => topics[id]).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Id of the topic meant, or null if the message does not lean on the last one.</summary>
    /// <param name="ranking">What the message ranks as on its own.</param>
    /// <param name="words">The message.</param>
    /// <param name="lastTopic">Id of the topic just answered.</param>
    public string? Resolve(in Ranking ranking, WordBuffer words, string lastTopic)
    {
        if (words.Count > MostWords || !_neighbours.TryGetValue(lastTopic, out var neighbours))
        {
            return null;
        }

        Span<ulong> content = stackalloc ulong[MostContentWords + 1];
        var count = ContentWords(words, content);
        if (count > MostContentWords)
        {
            return null;
        }

        content = content[..count];
        return Named(neighbours, words, content) ?? (count < words.Count ? BestKnown(neighbours, ranking, content) : null);
    }

    // The topic itself first, then what it leads to, then what leads to it.
    private static IEnumerable<string> NeighboursOf(Topic topic, KnowledgePack pack) =>
        new[] { topic.Id }
            .Concat(topic.Related)
            .Concat(pack.Topics.Where(other => other.Related.Contains(topic.Id, StringComparer.Ordinal)).Select(other => other.Id))
            .Distinct(StringComparer.Ordinal);

    // The neighbour whose follow-up words the message has; the longest phrase wins.
    private static string? Named(Neighbour[] neighbours, WordBuffer words, ReadOnlySpan<ulong> content)
    {
        string? named = null;
        var longest = 0;
        foreach (var neighbour in neighbours)
        {
            var length = neighbour.Knows(content) ? neighbour.LongestFollowUp(words) : 0;
            if (length > longest)
            {
                (named, longest) = (neighbour.Id, length);
            }
        }

        return named;
    }

    // Else, where words such as "and", "why" or "that" lean on something, the best ranked neighbour that knows all the
    // others; with no other words, a message means the last topic.
    private string? BestKnown(Neighbour[] neighbours, in Ranking ranking, ReadOnlySpan<ulong> content)
    {
        for (var index = 0; index < ranking.Count && !content.IsEmpty; index++)
        {
            var id = _labels[ranking[index].Label];
            foreach (var neighbour in neighbours)
            {
                if (neighbour.Id.Equals(id, StringComparison.Ordinal) && neighbour.Knows(content))
                {
                    return id;
                }
            }
        }

        return neighbours[0].Knows(content) ? neighbours[0].Id : null;
    }

    private static int ContentWords(WordBuffer words, Span<ulong> content)
    {
        var count = 0;
        for (var index = 0; index < words.Count && count < content.Length; index++)
        {
            var word = FeatureExtractor.OfWord(words[index]);
            if (!FunctionWords.Contains(word))
            {
                content[count++] = word;
            }
        }

        return count;
    }

    /// <summary>A topic that a fragment may mean.</summary>
    private sealed class Neighbour
    {
        private readonly HashSet<ulong> _vocabulary;
        private readonly PhraseFinder _followUps;

        public Neighbour(Topic topic, Func<IEnumerable<string>, IEnumerable<string>> read)
        {
            Id = topic.Id;
            _followUps = new PhraseFinder(read(topic.FollowUps).Select(phrase => (phrase, phrase.Length)));
            var own = read([topic.Question, .. topic.FollowUps]).SelectMany(WordsOf);
            var usual = read(topic.Phrasings).SelectMany(WordsOf).CountBy(word => word).Where(word => word.Value >= UsualFrom);
            _vocabulary = [.. own, .. usual.Select(word => word.Key)];
        }

        public string Id { get; }

        public bool Knows(ReadOnlySpan<ulong> content)
        {
            foreach (var word in content)
            {
                if (!_vocabulary.Contains(word))
                {
                    return false;
                }
            }

            return true;
        }

        private static IEnumerable<ulong> WordsOf(string text) => text.Split(' ').Select(word => FeatureExtractor.OfWord(word));

        public int LongestFollowUp(WordBuffer words)
        {
            var longest = 0;
            for (var start = 0; start < words.Count; start++)
            {
                foreach (var length in _followUps.At(words, start))
                {
                    longest = Math.Max(longest, length);
                }
            }

            return longest;
        }
    }
}
