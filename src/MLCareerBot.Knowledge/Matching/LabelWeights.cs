using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// A linear score for every label at once: one row of label weights per feature, so that a message's scores are a
/// sum of a few rows, added a register at a time.
/// </summary>
internal sealed class LabelWeights(int features, int labels)
{
    private readonly float[] _weights = new float[(features + 1) * Stride(labels)];

    /// <summary>Labels rounded up to whole registers; scores beyond the labels mean nothing.</summary>
    public int Width { get; } = Stride(labels);

    /// <summary>The label weights of a feature.</summary>
    public Span<float> Row(int feature) => _weights.AsSpan(feature * Width, Width);

    /// <summary>What every message scores before its words are looked at.</summary>
    public Span<float> Bias => Row(features);

    /// <summary>Writes the scores of a message, one per label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<int> ids, ReadOnlySpan<float> values, Span<float> scores)
    {
        Bias.CopyTo(scores);
        for (var index = 0; index < ids.Length; index++)
        {
            AddScaled(scores, Row(ids[index]), values[index]);
        }
    }

    /// <summary><paramref name="sum"/> += <paramref name="factor"/> x <paramref name="row"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float factor)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        var factors = new Vector<float>(factor);
        for (var lane = 0; lane < sums.Length; lane++)
        {
            sums[lane] += rows[lane] * factors;
        }
    }

    private static int Stride(int labels) =>
        (labels + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
}
