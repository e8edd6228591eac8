using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features;

/// <summary>What a reader can be offered to go on with.</summary>
internal static class NextSteps
{
    public static FollowUp To(Topic topic) => new(topic.Question, $"faq {topic.Id}");

    /// <summary>The first few of these topics; ids of anything else are passed over.</summary>
    public static IReadOnlyList<FollowUp> ToTopics(this KnowledgePack pack, params IEnumerable<string> ids) =>
        [.. ids.Select(pack.FindTopic).OfType<Topic>().Select(To).Take(ChatReply.MaxFollowUps)];
}
