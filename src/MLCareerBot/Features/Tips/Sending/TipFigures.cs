using System.Diagnostics.Metrics;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Counts deliveries by how they ended.</summary>
internal static class TipFigures
{
    private static readonly Meter Meter = new("MLCareerBot");
    private static readonly Counter<long> Tips = Meter.CreateCounter<long>("mlcareerbot.tips", description: "Daily tips by how their delivery ended.");

    public static void Count(string platform, DeliveryState state) =>
        Tips.Add(1, new("platform", platform), new("outcome", state.ToString().ToLowerInvariant()));
}
