using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Faq;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Facts;

/// <summary>Shows a view of the figures; the pack says which views a verb has.</summary>
internal sealed class FactViewHandler : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var verb = call.Command.Name;
        var views = call.Pack.Views.Where(view => view.Verb == verb).ToList();
        var named = views.FindIndex(view => view.Name.Equals(call["view"], StringComparison.OrdinalIgnoreCase));
        return Task.FromResult(views.Count == 0
            ? new ChatReply("No figures", new ReplyBlock.Paragraph("My sources give no figures on this.")) { Outcome = new(OutcomeKind.Abstain, null, []) }
            : Show(call.Pack, views, Math.Max(0, named), isNamed: named >= 0) with { Permalink = call.Line });
    }

    private static ChatReply Show(KnowledgePack pack, List<FactView> views, int index, bool isNamed)
    {
        var view = views[index];
        var topic = view.Topic is { } id ? pack.FindTopic(id) : null;
        var facts = FactsOf(pack, view, isNamed);
        return new(view.Title, [.. facts.SelectMany(fact => FactCards.For(pack, fact)), .. topic is null ? [] : TopicReply.BlocksOf(topic)])
        {
            Sources = pack.Cite([.. facts.Select(fact => fact.Source), .. topic?.Sources ?? []]),
            FollowUps = NextViews(pack, views, index, topic),
            Outcome = topic is null ? pack.AnsweredBy(view.Verb) : Outcomes.Answered(topic.Id),
        };
    }

    // What ages by the day is shown to those who asked for it by name, and to nobody else.
    private static List<Fact> FactsOf(KnowledgePack pack, FactView view, bool isNamed) =>
    [
        .. view.Facts
            .Select(id => pack.Facts.First(fact => fact.Id == id))
            .Where(fact => isNamed || !fact.Volatile),
    ];

    // The views that come after this one, round and round, so that all of them can be reached; then the topic's own.
    private static IReadOnlyList<FollowUp> NextViews(KnowledgePack pack, List<FactView> views, int index, Topic? topic) =>
    [
        .. views.Skip(index + 1).Concat(views.Take(index))
            .Select(view => new FollowUp(view.Title, $"{view.Verb} {view.Name}"))
            .Concat(pack.ToTopics(topic?.Related ?? []))
            .Take(ChatReply.MaxFollowUps),
    ];
}
