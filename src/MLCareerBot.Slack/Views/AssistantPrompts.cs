using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Views;

/// <summary>Questions to begin with in the assistant's pane, which shows at most four: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts.</summary>
internal static class AssistantPrompts
{
    private const int Most = 4;

    /// <summary>The questions that most other answers lead to, each of another group.</summary>
    public static IReadOnlyList<SuggestedPrompt> For(KnowledgePack pack) =>
    [
        .. pack.Topics
            .OrderByDescending(topic => pack.Topics.Count(other => other.Related.Contains(topic.Id, StringComparer.Ordinal)))
            .DistinctBy(topic => topic.Group, StringComparer.Ordinal)
            .Take(Most)
            .Select(topic => new SuggestedPrompt(topic.Question, topic.Question)),
    ];
}
