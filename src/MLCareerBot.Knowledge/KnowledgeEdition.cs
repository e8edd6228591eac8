using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge;

/// <summary>
/// A pack and the matcher trained on it, which belong together. Training starts at once and off the caller's path, so
/// that a program is ready to listen while it still learns; the first question waits for it.
/// </summary>
public sealed class KnowledgeEdition(KnowledgePack pack, MatcherOptions? options = null)
{
    private readonly Task<QuestionMatcher> _matcher = Task.Run(() => QuestionMatcher.Train(pack, options));

    /// <summary>What the bot knows.</summary>
    public KnowledgePack Pack { get; } = pack;

    /// <summary>True once questions need not wait any more.</summary>
    public bool IsTrained => _matcher.IsCompletedSuccessfully;

    /// <summary>Comes back when the training is done.</summary>
    public Task UntilTrainedAsync() => _matcher;

    /// <summary>Decides what a question asks for.</summary>
    /// <param name="question">The words as typed.</param>
    /// <param name="lastTopic">Id of the topic just answered in the same conversation, or null.</param>
    public async ValueTask<QuestionMatch> MatchAsync(string question, string? lastTopic = null) =>
        (await _matcher).Match(question, lastTopic);
}
