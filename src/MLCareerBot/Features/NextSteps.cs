using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features;

/// <summary>What a reader can be offered to go on with.</summary>
internal static class NextSteps
{
    public static FollowUp To(Topic topic) => new(topic.Question, $"faq {topic.Id}");

    /// <summary>The first few of these topics; ids of anything else are passed over.</summary>
    public static IReadOnlyList<Topic> FindTopics(this KnowledgePack pack, IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Select(pack.FindTopic).OfType<Topic>().Take(ChatReply.MaxFollowUps)];

    /// <summary>The first few of these topics as next steps.</summary>
    public static IReadOnlyList<FollowUp> ToTopics(this KnowledgePack pack, params IEnumerable<string> ids) =>
        [.. pack.FindTopics(ids).Select(To)];
}
