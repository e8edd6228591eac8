using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Tips;

/// <summary>What tips can be asked for by: a tip's own id, a topic, or a group of topics.</summary>
internal static class TipSubject
{
    /// <summary>The tips on it, in the pack's order; all where nothing is asked for.</summary>
    public static IEnumerable<Tip> TipsOn(this KnowledgePack pack, string? subject) => pack.Tips.Where(tip =>
        subject is null
        || tip.Id.Equals(subject, StringComparison.OrdinalIgnoreCase)
        || tip.Topic.Equals(subject, StringComparison.OrdinalIgnoreCase)
        || pack.FindTopic(tip.Topic)?.Group.Equals(subject, StringComparison.OrdinalIgnoreCase) is true);
}
