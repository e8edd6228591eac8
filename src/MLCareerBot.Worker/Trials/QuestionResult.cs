using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Worker.Trials;

/// <summary>What became of a test question.</summary>
internal sealed record QuestionResult(GoldenQuestion Question, QuestionOutcome Outcome)
{
    /// <summary>True if the sources answer it, so that nothing but an answer will do.</summary>
    public bool IsCovered => !Question.Expect.Contains("", StringComparer.Ordinal);

    /// <summary>True if nothing answers it. A question can be neither: then only a wrong answer is wrong.</summary>
    public bool IsUncovered => Question.Expect.All(id => id.Length == 0);

    public bool IsAnswered => Outcome.Kind == OutcomeKind.Answer;

    public bool IsAnsweredRight => IsAnswered && IsExpected(Outcome.Topic);

    public bool IsRightOrSuggested => IsAnsweredRight || (!IsAnswered && Outcome.Suggestions.Any(IsExpected));

    public bool HasPassed => IsAnsweredRight || (!IsAnswered && !IsCovered);

    /// <summary>What was expected, for the report.</summary>
    public string Expected => string.Join(" or ", Question.Expect.Select(id => id.Length == 0 ? "no answer" : id));

    /// <summary>What came instead, for the report.</summary>
    public string Got => Outcome switch
    {
        { Kind: OutcomeKind.Answer, Topic: var topic } => topic ?? "an answer without a topic",
        { Suggestions: [_, ..] ids } => $"no answer, but suggested {string.Join(", ", ids)}",
        _ => "no answer",
    };

    private bool IsExpected(string? id) => id is not (null or "") && Question.Expect.Contains(id, StringComparer.OrdinalIgnoreCase);
}
