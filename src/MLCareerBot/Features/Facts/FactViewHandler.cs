using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Faq;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Facts;

/// <summary>Shows a view of the figures; the pack says which views a verb has.</summary>
internal sealed class FactViewHandler(KnowledgeBase knowledge) : ICommandHandler
{
    private KnowledgePack Pack => knowledge.Pack;

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var verb = call.Command.Name;
        var views = Pack.Views.Where(view => view.Verb == verb).ToList();
        var named = views.FindIndex(view => view.Name.Equals(call["view"], StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(views.Count == 0
            ? new ChatReply("No figures", new ReplyBlock.Paragraph("My sources give no figures on this.")) { Outcome = new(OutcomeKind.Abstain, null, []) }
            : Show(views, Math.Max(0, named), isNamed: named >= 0));
    }

    private ChatReply Show(List<FactView> views, int index, bool isNamed)
    {
        var view = views[index];
        var topic = view.Topic is { } id ? Pack.FindTopic(id) : null;
        var facts = FactsOf(view, isNamed);
        return new(view.Title, [.. facts.SelectMany(fact => FactCards.For(Pack, fact)), .. topic is null ? [] : TopicReply.BlocksOf(topic)])
        {
            Sources = Pack.Cite([.. facts.Select(fact => fact.Source), .. topic?.Sources ?? []]),
            FollowUps = NextViews(views, index, topic),
            Outcome = topic is null ? Pack.AnsweredBy(view.Verb) : Outcomes.Answered(topic.Id),
        };
    }

    // What ages by the day is shown to those who asked for it by name, and to nobody else.
    private List<Fact> FactsOf(FactView view, bool isNamed) =>
    [
        .. view.Facts
            .Select(id => Pack.Facts.First(fact => fact.Id == id))
            .Where(fact => isNamed || !fact.Volatile),
    ];

    // The views that come after this one, round and round, so that all of them can be reached; then the topic's own.
    private IReadOnlyList<FollowUp> NextViews(List<FactView> views, int index, Topic? topic) =>
    [
        .. views.Skip(index + 1).Concat(views.Take(index))
            .Select(view => new FollowUp(view.Title, $"{view.Verb} {view.Name}"))
            .Concat(Pack.ToTopics(topic?.Related ?? []))
            .Take(ChatReply.MaxFollowUps),
    ];
}
