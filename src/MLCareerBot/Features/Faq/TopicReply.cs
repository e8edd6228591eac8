using System.Diagnostics;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Faq;

/// <summary>A topic as the reply to its question.</summary>
internal static class TopicReply
{
    public static ChatReply For(KnowledgePack pack, Topic topic) => new(topic.Question, BlocksOf(topic))
    {
        Sources = pack.Cite(topic.Sources),
        FollowUps = pack.ToTopics(topic.Related),
        Outcome = Outcomes.Answered(topic.Id),
    };

    public static IReadOnlyList<ReplyBlock> BlocksOf(Topic topic) => [.. topic.Answer.Select(BlockOf)];

    private static ReplyBlock BlockOf(AnswerBlock block) => block switch
    {
        AnswerBlock.Paragraph(var text) => new ReplyBlock.Paragraph(text),
        AnswerBlock.Bullets(var items) => new ReplyBlock.BulletList(items),
        AnswerBlock.Steps(var items) => new ReplyBlock.NumberedList(items),
        _ => throw new UnreachableException($"No reply block for {block.GetType().Name}."),
    };
}
