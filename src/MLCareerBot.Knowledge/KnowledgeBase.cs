using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge;

/// <summary>
/// A pack and the matcher trained on it. Training starts at once and off the caller's path, so that a program is
/// ready to listen while it still learns; the first question waits for it.
/// </summary>
public sealed class KnowledgeBase(KnowledgePack pack, MatcherOptions? options = null)
{
    private readonly Task<QuestionMatcher> _matcher = Task.Run(() => QuestionMatcher.Train(pack, options));

    /// <summary>What the bot knows.</summary>
    public KnowledgePack Pack { get; } = pack;

    /// <summary>Decides what a question asks for.</summary>
    /// <param name="question">The words as typed.</param>
    /// <param name="lastTopic">Id of the topic just answered in the same conversation, or null.</param>
    public async ValueTask<QuestionMatch> MatchAsync(string question, string? lastTopic = null) =>
        (await _matcher).Match(question, lastTopic);
}
