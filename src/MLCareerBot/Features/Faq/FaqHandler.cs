using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Ask;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Faq;

/// <summary>Browses the topics: all of them, a group, or one.</summary>
internal sealed class FaqHandler(AskHandler ask) : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => (call["topic"], call["group"]) switch
    {
        ({ } words, _) when call.Pack.FindTopic(words) is { } topic => Task.FromResult(TopicReply.For(call.Pack, topic)),
        ({ } words, _) => ask.AnswerAsync(words, call, cancellationToken),
        (_, { } name) => Task.FromResult(List(call.Pack, GroupOf(call.Pack, name)) with { Permalink = call.Line }),
        _ => Task.FromResult(ListAll(call.Pack) with { Permalink = call.Line }),
    };

    private static TopicGroup GroupOf(KnowledgePack pack, string name) => pack.Groups.First(group =>
        group.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || group.Title.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ChatReply ListAll(KnowledgePack pack) => new("What I can answer",
    [
        .. pack.Groups.SelectMany(group => new ReplyBlock[] { new ReplyBlock.Heading(group.Title), QuestionsOf(pack, group) }),
        HowToAsk,
    ]);

    private static ChatReply List(KnowledgePack pack, TopicGroup group) => new(group.Title, QuestionsOf(pack, group), HowToAsk)
    {
        FollowUps = [.. TopicsOf(pack, group).Select(NextSteps.To).Take(ChatReply.MaxFollowUps)],
    };

    private static ReplyBlock.BulletList QuestionsOf(KnowledgePack pack, TopicGroup group) =>
        new([.. TopicsOf(pack, group).Select(topic => $"{topic.Question} ({topic.Id})")]);

    private static IEnumerable<Topic> TopicsOf(KnowledgePack pack, TopicGroup group) => pack.Topics.Where(topic => topic.Group == group.Id);

    private static ReplyBlock.Note HowToAsk { get; } = new("Ask in your own words, or say `faq` and the word in brackets.");
}
