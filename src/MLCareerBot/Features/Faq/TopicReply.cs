using System.Diagnostics;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Faq;

/// <summary>A topic as the reply to its question.</summary>
internal static class TopicReply
{
    /// <param name="pack">The pack.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="alsoMeant">Ids of what may have been meant as well; offered before the related topics.</param>
    public static ChatReply For(KnowledgePack pack, Topic topic, params IEnumerable<string> alsoMeant)
    {
        var next = pack.FindTopics([.. alsoMeant, .. topic.Related]);
        return new(topic.Question, BlocksOf(topic))
        {
            Sources = pack.Cite(topic.Sources),
            FollowUps = [.. next.Select(NextSteps.To)],
            Outcome = new(OutcomeKind.Answer, topic.Id, [.. next.Select(other => other.Id)]),
            Permalink = NextSteps.To(topic).Says,
        };
    }

    public static IReadOnlyList<ReplyBlock> BlocksOf(Topic topic) => [.. topic.Answer.Select(BlockOf)];

    private static ReplyBlock BlockOf(AnswerBlock block) => block switch
    {
        AnswerBlock.Paragraph(var text) => new ReplyBlock.Paragraph(text),
        AnswerBlock.Bullets(var items) => new ReplyBlock.BulletList(items),
        AnswerBlock.Steps(var items) => new ReplyBlock.NumberedList(items),
        _ => throw new UnreachableException($"No reply block for {block.GetType().Name}."),
    };
}
