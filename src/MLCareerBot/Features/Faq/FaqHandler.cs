using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Ask;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Faq;

/// <summary>Browses the topics: all of them, a group, or one.</summary>
internal sealed class FaqHandler(KnowledgeBase knowledge, AskHandler ask) : ICommandHandler
{
    private KnowledgePack Pack => knowledge.Pack;

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => (call["topic"], call["group"]) switch
    {
        ({ } words, _) when Pack.FindTopic(words) is { } topic => Task.FromResult(TopicReply.For(Pack, topic)),
        ({ } words, _) => ask.AnswerAsync(words, call.Request, cancellationToken),
        (_, { } name) => Task.FromResult(List(GroupOf(name))),
        _ => Task.FromResult(ListAll()),
    };

    private TopicGroup GroupOf(string name) => Pack.Groups.First(group =>
        group.Id.Equals(name, StringComparison.OrdinalIgnoreCase) || group.Title.Equals(name, StringComparison.OrdinalIgnoreCase));

    private ChatReply ListAll() => new("What I can answer",
    [
        .. Pack.Groups.SelectMany(group => new ReplyBlock[] { new ReplyBlock.Heading(group.Title), QuestionsOf(group) }),
        HowToAsk,
    ]);

    private ChatReply List(TopicGroup group) => new(group.Title, QuestionsOf(group), HowToAsk)
    {
        FollowUps = [.. TopicsOf(group).Select(NextSteps.To).Take(ChatReply.MaxFollowUps)],
    };

    private ReplyBlock.BulletList QuestionsOf(TopicGroup group) =>
        new([.. TopicsOf(group).Select(topic => $"{topic.Question} ({topic.Id})")]);

    private IEnumerable<Topic> TopicsOf(TopicGroup group) => Pack.Topics.Where(topic => topic.Group == group.Id);

    private static ReplyBlock.Note HowToAsk { get; } = new("Ask in your own words, or say `faq` and the word in brackets.");
}
