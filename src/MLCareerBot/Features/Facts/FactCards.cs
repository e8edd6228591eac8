using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Facts;

/// <summary>A figure with all that a reader needs to judge it.</summary>
internal static class FactCards
{
    private const string NoCurrency = "none";
    private const string Undated = "undated";

    /// <summary>The figure's card, after a warning where the figure ages by the day.</summary>
    public static IEnumerable<ReplyBlock> For(KnowledgePack pack, Fact fact)
    {
        if (fact.Volatile)
        {
            yield return new ReplyBlock.Paragraph(fact.AsOf == Undated
                ? "Careful: this is an undated snapshot, true at one moment and most likely not today."
                : $"Careful: this is a snapshot of {fact.AsOf}, and most likely not true today.");
        }

        yield return new ReplyBlock.FactCard(fact.Name, fact.Value, [.. Details(pack, fact)], fact.Not);
    }

    private static IEnumerable<(string Label, string Value)> Details(KnowledgePack pack, Fact fact)
    {
        yield return ("Statistic", fact.Statistic);
        yield return ("Country", fact.Country);
        if (fact.Currency != NoCurrency)
        {
            yield return ("Currency", fact.Currency);
        }

        yield return ("Period", fact.Period);
        yield return ("As of", fact.AsOf);
        yield return ("Source", string.Join(", ", pack.Cite(fact.Source).Select(source => $"{source.Id}, {source.Title}")));
        if (fact.Attribution is { } attribution)
        {
            yield return ("Attributed to", attribution);
        }
    }
}
