namespace MLCareerBot.Knowledge.Matching;

/// <summary>The arrays one question needs, kept per thread so that answering allocates nothing.</summary>
internal sealed class QueryScratch
{
    private float[] _cosines = [];

    public WordBuffer Words { get; } = new();

    public WordBuffer Spare { get; } = new();

    public ulong[] Features { get; } = new ulong[FeatureExtractor.MaxFeatures];

    public int[] Ids { get; } = new int[FeatureExtractor.MaxFeatures];

    public float[] Values { get; } = new float[FeatureExtractor.MaxFeatures];

    public int[] WordIds { get; } = new int[2 * WordBuffer.MaxWords];

    public float[] WordValues { get; } = new float[2 * WordBuffer.MaxWords];

    /// <summary>One float per known feature; zero between uses.</summary>
    public float[] Dense { get; private set; } = [];

    /// <summary>One float per label, in whole registers.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>Makes room for a model of this size.</summary>
    public QueryScratch SizedFor(int features, int scores)
    {
        if (Dense.Length < features)
        {
            Dense = new float[features];
        }

        if (Scores.Length != scores)
        {
            Scores = new float[scores];
        }

        return this;
    }

    /// <summary>Room for one cosine per message of a label.</summary>
    public Span<float> CosinesFor(int messages)
    {
        if (_cosines.Length < messages)
        {
            _cosines = new float[messages];
        }

        return _cosines;
    }
}
