namespace MLCareerBot.Knowledge.Matching;

/// <summary>How a matcher is trained.</summary>
public sealed record MatcherOptions
{
    /// <summary>
    /// The share of right answers to give rather than hold back, in percent, 50 to 100. Lower is more careful: fewer
    /// wrong answers, more "did you mean".
    /// </summary>
    public int KeepPercent { get; init; } = 97;

    /// <summary>Rounds of four trainings each to learn when to answer.</summary>
    public int CalibrationRounds { get; init; } = 1;
}
