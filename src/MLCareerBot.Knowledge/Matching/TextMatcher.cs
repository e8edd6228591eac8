namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Finds the label a message asks for, or that none does. Knows nothing of packs: any labelled texts will do.
/// Trained once, then safe to use from any thread without allocating.
/// </summary>
internal sealed class TextMatcher
{
    private const int Passes = 10;

    // With more, everyday chat would outweigh a small training set.
    private const float BackgroundShare = 0.75f;

    // Three messages in ten have such a word.
    private const float EverydayRarity = 2.2f;

    [ThreadStatic]
    private static QueryScratch? _scratch;

    private readonly MessageReader _reader;
    private readonly FeatureSpace _space;
    private readonly TextModel _model;
    private readonly Coverage _coverage;

    private TextMatcher(MessageReader reader, TrainingSet set, TextModel model, DecisionRule rule)
    {
        _reader = reader;
        _space = set.Space;
        _model = model;
        _coverage = new Coverage(set, Everything(set));
        Labels = set.LabelNames;
        Rule = rule;
    }

    /// <summary>The labels' names, by the numbers that rankings use.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>When a ranking is good enough to answer.</summary>
    public DecisionRule Rule { get; }

    /// <param name="examples">Labelled messages, and messages that no label covers.</param>
    /// <param name="reader">Reads messages; learns the examples' vocabulary here.</param>
    /// <param name="options">How to train.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    public static TextMatcher Train(
        IReadOnlyList<LabelledText> examples, MessageReader reader, MatcherOptions options, IProgress<double>? progress = null)
    {
        var background = EnglishText.Background.Take((int)(examples.Count * BackgroundShare));
        var set = TrainingSet.Read([.. examples, .. background.Select(text => new LabelledText(Label: null, text))], reader);

        var done = 0;
        var steps = options.CalibrationTrainings + 1.0;
        void Report() => progress?.Report(Interlocked.Increment(ref done) / steps);

        var training = Task.Run(() => TextModel.Train(set, Everything(set), Passes));
        var trials = new Calibration(set).Run(options.CalibrationTrainings, Report);
        var model = training.GetAwaiter().GetResult();
        Report();
        return new(reader, set, model, DecisionRule.Learn(trials, options.KeepPercent));
    }

    /// <summary>Ranks the labels for a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="words">The words it was read as; valid until this thread's next call.</param>
    public Ranking Rank(ReadOnlySpan<char> message, out WordBuffer words)
    {
        var scratch = (_scratch ??= new()).SizedFor(_space.Count, _model.Width);
        _reader.Read(message, scratch);
        words = scratch.Words;

        var count = _space.Read(words, scratch);
        var ranking = _model.Rank(scratch.Ids.AsSpan(0, count), scratch.Values.AsSpan(0, count), scratch);
        ranking.Coverage = CoverageOf(words);
        return ranking;
    }

    /// <summary>The best candidates for a message, with the parts of their scores.</summary>
    public IReadOnlyList<ExplainedCandidate> Explain(ReadOnlySpan<char> message, int count)
    {
        var ranking = Rank(message, out var words);
        var scratch = new QueryScratch().SizedFor(_space.Count, _model.Width);
        var features = _space.Read(words, scratch);
        var explained = new List<ExplainedCandidate>();
        for (var index = 0; index < Math.Min(count, ranking.Count); index++)
        {
            var (label, score) = ranking[index];
            var nearest = _model.NearestPart(label, scratch.Ids.AsSpan(0, features), scratch.Values.AsSpan(0, features), scratch);
            explained.Add(new(Labels[label], score, score - nearest, nearest));
        }

        return explained;
    }

    /// <summary>The words of a message that were taken for typing mistakes.</summary>
    public IReadOnlyList<(string Typed, string Read)> MendedIn(ReadOnlySpan<char> message) => _reader.MendedIn(message);

    /// <summary>True for numbers and single letters alone, and for one word that every second message has.</summary>
    public bool SaysNothing(WordBuffer words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Length > 1)
            {
                return words.Count == 1 && _space.Weights.RarityOf(_space.IdOf(words[index])) < EverydayRarity;
            }
        }

        return true;
    }

    private float CoverageOf(WordBuffer words)
    {
        Span<int> ids = stackalloc int[words.Count];
        for (var index = 0; index < ids.Length; index++)
        {
            ids[index] = _space.IdOf(words[index]);
        }

        return _coverage.Of(ids);
    }

    private static int[] Everything(TrainingSet set) => [.. Enumerable.Range(0, set.Vectors.Length)];
}
