namespace MLCareerBot.Knowledge.Matching;

/// <summary>Logistic regression on a handful of features, fitted by Newton's method with a little ridge.</summary>
internal sealed class LogisticRegression
{
    private const int Rounds = 25;
    private const double Ridge = 1e-3;

    private readonly double[] _weights;

    private LogisticRegression(double[] weights) => _weights = weights;

    /// <summary>Fits the chance that an outcome is true.</summary>
    /// <param name="rows">Features; every row of the same length.</param>
    /// <param name="outcomes">What came of each row.</param>
    public static LogisticRegression Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> outcomes)
    {
        var size = rows[0].Length + 1;
        var model = new LogisticRegression(new double[size]);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[size];
            var hessian = new double[size, size];
            for (var index = 0; index < rows.Count; index++)
            {
                model.Accumulate(rows[index], outcomes[index], gradient, hessian);
            }

            for (var k = 0; k < size; k++)
            {
                gradient[k] -= Ridge * model._weights[k];
                hessian[k, k] += Ridge;
            }

            Solve(hessian, gradient);
            for (var k = 0; k < size; k++)
            {
                model._weights[k] += gradient[k];
            }
        }

        return model;
    }

    /// <summary>The chance that the outcome is true, between 0 and 1.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = _weights[^1];
        for (var index = 0; index < row.Length; index++)
        {
            sum += _weights[index] * row[index];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private void Accumulate(double[] row, bool outcome, double[] gradient, double[,] hessian)
    {
        var chance = Predict(row);
        var error = (outcome ? 1 : 0) - chance;
        var spread = chance * (1 - chance);
        for (var i = 0; i <= row.Length; i++)
        {
            var left = i < row.Length ? row[i] : 1;
            gradient[i] += error * left;
            for (var j = 0; j <= row.Length; j++)
            {
                hessian[i, j] += spread * left * (j < row.Length ? row[j] : 1);
            }
        }
    }

    // Gauss-Jordan elimination; the matrix is positive definite, so no pivoting is needed.
    private static void Solve(double[,] matrix, double[] vector)
    {
        var size = vector.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = 0; row < size; row++)
            {
                if (row == pivot)
                {
                    continue;
                }

                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var column = pivot; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                vector[row] -= factor * vector[pivot];
            }
        }

        for (var index = 0; index < size; index++)
        {
            vector[index] /= matrix[index, index];
        }
    }
}
