namespace MLCareerBot.Knowledge.Matching;

/// <summary>How well and how quickly the matcher did on a benchmark set. Shares are 0 to 1, null where no row counts.</summary>
public sealed record EvaluationReport
{
    /// <summary>Share of all test rows with the right outcome: the label, or abstention where nothing covers the row.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Share of the covered rows answered with their label.</summary>
    public double? InScopeAccuracy { get; init; }

    /// <summary>Share of the uncovered rows that were not answered.</summary>
    public double? OutOfScopeRecall { get; init; }

    /// <summary>Multi-class Matthews correlation, -1 to 1, abstention counted as a label of its own.</summary>
    public double Mcc { get; init; }

    /// <summary>Share of the covered rows whose best candidate is right, whatever the decision.</summary>
    public double? ForcedInScopeAccuracy { get; init; }

    /// <summary>Share of the covered rows whose label is among the best three.</summary>
    public double? Top3 { get; init; }

    /// <summary>Training with calibration, in milliseconds.</summary>
    public double TrainMilliseconds { get; init; }

    /// <summary>Questions a second, one thread.</summary>
    public double QueriesPerSecond { get; init; }

    /// <summary>The time that 99 of 100 questions stay below, in microseconds.</summary>
    public double P99Microseconds { get; init; }

    /// <summary>The score from which the matcher answers, learned from the train split.</summary>
    public float Threshold { get; init; }
}
