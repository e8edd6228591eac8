using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features;

/// <summary>From ids of sources to the sources.</summary>
internal static class Citations
{
    /// <summary>The sources with these ids, each once and in the pack's order.</summary>
    public static IReadOnlyList<Source> Cite(this KnowledgePack pack, params IEnumerable<string> ids)
    {
        var cited = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. pack.Sources.Where(source => cited.Contains(source.Id))];
    }
}
