using static System.FormattableString;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>What to do about a question.</summary>
public enum Decision
{
    /// <summary>Say that the sources don't cover it.</summary>
    Abstain,

    /// <summary>Ask whether one of the nearest topics was meant.</summary>
    Suggest,

    /// <summary>Answer with the best topic.</summary>
    Answer,
}

/// <summary>When to answer, suggest or abstain, learned from trials on unseen questions.</summary>
internal sealed class DecisionRule
{
    // Below this the best topics are no better than a guess; the list of all topics serves the reader better.
    private const double SuggestFrom = 0.04;

    private const double SureFrom = 0.4;

    // A question about another profession has the frame of ours: it must be far more like a topic than like those.
    private const float LeastLead = 0.4f;

    // Two labels closer than this are a toss-up: asking is better than guessing.
    private const float LeastMargin = 0.05f;

    // Below this a message is about something else, or in another language.
    private const float LeastCoverage = 0.4f;

    private readonly LogisticRegression? _chance;
    private readonly double _answerFrom;

    private DecisionRule(LogisticRegression? chance, double answerFrom, float scoreThreshold)
    {
        _chance = chance;
        _answerFrom = answerFrom;
        ScoreThreshold = scoreThreshold;
    }

    /// <summary>The score that the best candidate reached in the wanted share of the trials it was right in.</summary>
    public float ScoreThreshold { get; }

    /// <param name="trials">Unseen questions and what became of them.</param>
    /// <param name="keepPercent">The share of right answers to keep, in percent; the rest is the price of silence.</param>
    public static DecisionRule Learn(IReadOnlyList<Trial> trials, int keepPercent)
    {
        var possible = trials.Where(trial => IsClear(trial.Ranking)).ToList();
        if (!possible.Exists(trial => trial.Right))
        {
            // Too little data to learn from, or none of it alike: what is clear is answered.
            return new(chance: null, answerFrom: 0, scoreThreshold: 0);
        }

        var chance = LogisticRegression.Fit(
            [.. possible.Select(trial => Features(trial.Ranking))], [.. possible.Select(trial => trial.Right)]);

        return new(
            chance,
            LowestKept(possible.Where(trial => trial.Right).Select(trial => chance.Predict(Features(trial.Ranking))), keepPercent),
            LowestKept(trials.Where(trial => trial.Right).Select(trial => trial.Ranking.Best.Score), keepPercent));
    }

    public Decision Decide(in Ranking ranking)
    {
        var chance = Chance(ranking);
        if (IsClear(ranking) && chance >= _answerFrom)
        {
            return Decision.Answer;
        }

        return chance >= SuggestFrom ? Decision.Suggest : Decision.Abstain;
    }

    /// <summary>What <see cref="Decide"/> went by, in one sentence.</summary>
    public string ReasonFor(in Ranking ranking)
    {
        var lead = ranking.Best.Score - ranking.Outside;
        return lead < LeastLead ? Invariant($"The best leads what lies outside by {lead:0.00}; it takes {LeastLead:0.00}.")
            : ranking.Margin < LeastMargin ? Invariant($"The best leads the second by {ranking.Margin:0.00}; it takes {LeastMargin:0.00}.")
            : ranking.Coverage < LeastCoverage ? Invariant($"The share of known words is {ranking.Coverage:0.00}; it takes {LeastCoverage:0.00}.")
            : Invariant($"It is clear; the chance of being right is about {Chance(ranking):0.00}, and it takes {_answerFrom:0.00}.");
    }

    /// <summary>True if the question stands on its own beyond doubt.</summary>
    public bool IsSure(in Ranking ranking) => IsClear(ranking) && Chance(ranking) >= SureFrom;

    // Neither what no label covers nor another label fits about as well, and the words are mostly the labels' own.
    private static bool IsClear(in Ranking ranking) =>
        ranking.Best.Score - ranking.Outside >= LeastLead && ranking.Margin >= LeastMargin && ranking.Coverage >= LeastCoverage;

    // Of being right. Rough: good for bands, not for percentages.
    private double Chance(in Ranking ranking) => _chance?.Predict(Features(ranking)) ?? 1;

    private static double[] Features(in Ranking ranking) =>
        [ranking.Best.Score, ranking.Margin, ranking.Best.Score - ranking.Outside, ranking.Nearest, ranking.Coverage];

    private static T LowestKept<T>(IEnumerable<T> values, int keepPercent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, sorted.Length * (100 - keepPercent) / 100)];
    }
}
