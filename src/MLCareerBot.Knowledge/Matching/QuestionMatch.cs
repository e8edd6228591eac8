using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>What was made of a question.</summary>
/// <param name="Decision">Answer, suggest or abstain.</param>
/// <param name="Best">Id of the topic or intent that fits best; the answer's when <paramref name="Decision"/> says so.</param>
/// <param name="Second">Id of the next best, or null; beside an answer only if it could as well have been meant.</param>
/// <param name="Third">Id of the one after that, likewise.</param>
/// <param name="Outside">The subject that the sources don't cover, where it was recognised by its own words.</param>
/// <param name="IsFollowUp">True if the question was understood through the ones before it.</param>
public readonly record struct QuestionMatch(
    Decision Decision, string Best, string? Second, string? Third, OutsideSubject? Outside, bool IsFollowUp)
{
    /// <summary>Ids of what fits best, best first, at most three.</summary>
    public IReadOnlyList<string> Nearest => [.. new[] { Best, Second, Third }.OfType<string>()];
}
