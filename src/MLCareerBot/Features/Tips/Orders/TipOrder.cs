using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>What somebody said about when tips should come; null for what they did not say.</summary>
internal sealed record TipOrder
{
    public LocalTime? Time { get; init; }

    public string? Zone { get; init; }

    public Weekdays? Days { get; init; }

    /// <summary>Id of a topic or group.</summary>
    public string? Topic { get; init; }

    /// <summary>True if tips are to keep pace with the roadmap.</summary>
    public bool? KeepsPace { get; init; }

    /// <summary>The day the cohort begins.</summary>
    public LocalDate? Start { get; init; }

    /// <summary>What could not be read, by name of the option: a sentence that does not repeat it.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Ids of zones that may have been meant.</summary>
    public IReadOnlyList<string> ZonesMeant { get; init; } = [];
}
