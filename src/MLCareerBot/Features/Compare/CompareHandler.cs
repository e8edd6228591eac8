using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Compare;

/// <summary>Puts the career beside a neighbouring one.</summary>
internal sealed class CompareHandler : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult((call["role"], call.Pack.Comparisons) switch
        {
            (null, [var only]) => Show(call, only),
            ({ } role, _) when Find(call.Pack, role) is { } comparison => Show(call, comparison),
            _ => Choose(call.Pack),
        });

    private static Comparison? Find(KnowledgePack pack, string role) => pack.Comparisons.FirstOrDefault(comparison =>
        comparison.Role.Equals(role, StringComparison.OrdinalIgnoreCase) || comparison.Name.Equals(role, StringComparison.OrdinalIgnoreCase));

    private static ChatReply Show(CommandCall call, Comparison comparison)
    {
        var pack = call.Pack;
        var role = $"{char.ToUpperInvariant(pack.Role[0])}{pack.Role[1..]}";
        return new($"{role} and {comparison.Name.ToLowerInvariant()}", new ReplyBlock.Table(
            ["", role, comparison.Name, "Source"],
            [.. comparison.Rows.Select(row => (IReadOnlyList<string>)[row.Aspect, row.Ours, row.Theirs, row.Source])]))
        {
            Sources = pack.Cite(comparison.Rows.SelectMany(row => row.Source.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))),
            FollowUps = pack.ToTopics([comparison.Topic, .. pack.FindTopic(comparison.Topic)?.Related ?? []]),
            Outcome = Outcomes.Answered(comparison.Topic),
            Permalink = call.Line,
        };
    }

    private static ChatReply Choose(KnowledgePack pack) => new("Compare with what?", new ReplyBlock.Paragraph(pack.Comparisons.Count > 0
        ? "My sources compare the career with these."
        : "My sources compare the career with no other."))
    {
        IsPrivate = true,
        FollowUps = [.. pack.Comparisons.Take(ChatReply.MaxFollowUps).Select(comparison => new FollowUp(comparison.Name, $"compare {comparison.Role}"))],
    };
}
