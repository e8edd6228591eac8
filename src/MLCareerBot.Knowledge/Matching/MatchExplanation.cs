namespace MLCareerBot.Knowledge.Matching;

/// <summary>Why a question was decided as it was, for people who tend the pack.</summary>
/// <param name="Words">What it was read as.</param>
/// <param name="Mended">Words taken for typing mistakes, and the words they were read as.</param>
/// <param name="Candidates">What fits best, best first.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Reason">Why, in one sentence.</param>
internal sealed record MatchExplanation(
    string Words,
    IReadOnlyList<(string Typed, string Read)> Mended,
    IReadOnlyList<ExplainedCandidate> Candidates,
    Decision Decision,
    string Reason);

/// <summary>A topic or intent with the parts of its score.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">The sum.</param>
/// <param name="ByWords">How well the words and letters fit all of its phrasings.</param>
/// <param name="ByPhrasing">What its most similar phrasing adds.</param>
internal sealed record ExplainedCandidate(string Id, float Score, float ByWords, float ByPhrasing);
