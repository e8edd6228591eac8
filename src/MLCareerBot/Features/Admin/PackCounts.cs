using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Admin;

/// <summary>A pack in one line.</summary>
internal static class PackCounts
{
    public static string Of(KnowledgePack pack) =>
        $"{pack.Name}: {pack.Topics.Count} topics, {pack.Facts.Count} facts, {pack.Skills.Count} skills and {pack.Tips.Count} tips from {pack.Sources.Count} sources.";
}
