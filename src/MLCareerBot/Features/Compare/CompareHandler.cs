using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Compare;

/// <summary>Puts the career beside a neighbouring one.</summary>
internal sealed class CompareHandler(KnowledgeBase knowledge) : ICommandHandler
{
    private KnowledgePack Pack => knowledge.Pack;

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult((call["role"], Pack.Comparisons) switch
        {
            (null, [var only]) => Show(only),
            ({ } role, _) when Find(role) is { } comparison => Show(comparison),
            _ => Choose(),
        });

    private Comparison? Find(string role) => Pack.Comparisons.FirstOrDefault(comparison =>
        comparison.Role.Equals(role, StringComparison.OrdinalIgnoreCase) || comparison.Name.Equals(role, StringComparison.OrdinalIgnoreCase));

    private ChatReply Show(Comparison comparison)
    {
        var role = $"{char.ToUpperInvariant(Pack.Role[0])}{Pack.Role[1..]}";
        return new($"{role} and {comparison.Name.ToLowerInvariant()}", new ReplyBlock.Table(
            ["", role, comparison.Name, "Source"],
            [.. comparison.Rows.Select(row => (IReadOnlyList<string>)[row.Aspect, row.Ours, row.Theirs, row.Source])]))
        {
            Sources = Pack.Cite(comparison.Rows.SelectMany(row => row.Source.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))),
            FollowUps = Pack.ToTopics([comparison.Topic, .. Pack.FindTopic(comparison.Topic)?.Related ?? []]),
            Outcome = Outcomes.Answered(comparison.Topic),
        };
    }

    private ChatReply Choose() => new("Compare with what?", new ReplyBlock.Paragraph(Pack.Comparisons.Count > 0
        ? "My sources compare the career with these."
        : "My sources compare the career with no other."))
    {
        IsPrivate = true,
        FollowUps = [.. Pack.Comparisons.Take(ChatReply.MaxFollowUps).Select(comparison => new FollowUp(comparison.Name, $"compare {comparison.Role}"))],
    };
}
