using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// One-against-the-rest linear support vector machines with squared hinge loss, trained for all labels side by side
/// by dual coordinate descent (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008).
/// Runs once, in the program's first second, so its loops are compiled well at once instead of when they prove hot.
/// </summary>
internal static class LinearSvm
{
    // Half of 1/C with C = 2: the diagonal that squared hinge loss adds.
    private const float Diagonal = 0.25f;

    // A projected gradient below this moves no decision.
    private const float Tolerance = 0.02f;

    private const float NoStep = 1e-6f;

    /// <param name="vectors">The messages.</param>
    /// <param name="labels">A label index per message.</param>
    /// <param name="weights">Receives the result; zero at the start.</param>
    /// <param name="passes">Most rounds over all messages.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Train(ReadOnlySpan<SparseVector> vectors, ReadOnlySpan<int> labels, LabelWeights weights, int passes)
    {
        var width = weights.Width;
        var alphas = new float[vectors.Length * width];
        var scores = new float[width];
        var curvature = Curvatures(vectors);
        var order = Enumerable.Range(0, vectors.Length).ToArray();
        var random = new Random(1);

        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            var largest = 0f;
            foreach (var index in order)
            {
                var (ids, values) = vectors[index];
                weights.Score(ids, values, scores);
                var step = Step(scores, alphas.AsSpan(index * width, width), labels[index], curvature[index]);
                if (step > NoStep)
                {
                    Apply(weights, ids, values, scores);
                    largest = Math.Max(largest, step);
                }
            }

            if (largest < Tolerance)
            {
                break;
            }
        }
    }

    private static float[] Curvatures(ReadOnlySpan<SparseVector> vectors)
    {
        var curvatures = new float[vectors.Length];
        for (var index = 0; index < vectors.Length; index++)
        {
            var squares = 1f; // the bias
            foreach (var value in vectors[index].Values)
            {
                squares += value * value;
            }

            curvatures[index] = squares + Diagonal;
        }

        return curvatures;
    }

    // Turns the scores into the change of each label's weights; returns the largest projected gradient.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Step(Span<float> scores, Span<float> alphas, int label, float curvature)
    {
        Flip(scores, label);
        var score = MemoryMarshal.Cast<float, Vector<float>>(scores);
        var alpha = MemoryMarshal.Cast<float, Vector<float>>(alphas);
        var largest = Vector<float>.Zero;
        for (var lane = 0; lane < score.Length; lane++)
        {
            var gradient = (alpha[lane] * Diagonal) - score[lane] - Vector<float>.One;
            var projected = Vector.ConditionalSelect(
                Vector.GreaterThan(alpha[lane], Vector<float>.Zero), gradient, Vector.Min(gradient, Vector<float>.Zero));
            largest = Vector.Max(largest, Vector.Abs(projected));

            var next = Vector.Max(Vector<float>.Zero, alpha[lane] - (gradient / curvature));
            score[lane] = alpha[lane] - next;
            alpha[lane] = next;
        }

        Flip(scores, label);
        return Largest(largest);
    }

    // All labels but its own want a message's score below -1; seen with the sign flipped, its own does too.
    private static void Flip(Span<float> scores, int label) => scores[label] = -scores[label];

    private static float Largest(Vector<float> vector)
    {
        var largest = 0f;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            largest = Math.Max(largest, vector[lane]);
        }

        return largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply(LabelWeights weights, ReadOnlySpan<int> ids, ReadOnlySpan<float> values, ReadOnlySpan<float> change)
    {
        LabelWeights.AddScaled(weights.Bias, change, 1);
        for (var index = 0; index < ids.Length; index++)
        {
            LabelWeights.AddScaled(weights.Row(ids[index]), change, values[index]);
        }
    }
}
