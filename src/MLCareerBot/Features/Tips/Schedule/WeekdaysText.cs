using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>Days of the week as people write them: <c>mon-fri</c>, <c>weekdays</c>, <c>mon,wed,fri</c>, <c>daily</c>.</summary>
internal static class WeekdaysText
{
    private const int Shortest = 3;

    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly Dictionary<string, Weekdays> Groups = new(StringComparer.Ordinal)
    {
        ["daily"] = Weekdays.Daily,
        ["everyday"] = Weekdays.Daily,
        ["all"] = Weekdays.Daily,
        ["weekdays"] = Weekdays.Workdays,
        ["workdays"] = Weekdays.Workdays,
        ["weekend"] = Weekdays.Saturday | Weekdays.Sunday,
        ["weekends"] = Weekdays.Saturday | Weekdays.Sunday,
    };

    /// <summary>What to offer.</summary>
    public static IReadOnlyList<string> Offers { get; } = ["mon-fri", "daily", "mon,wed,fri", "weekend"];

    /// <summary>The days, or null for what is none.</summary>
    public static Weekdays? Read(string text)
    {
        var lower = text.Trim().ToLowerInvariant();
        if (Groups.TryGetValue(lower.Replace(" ", "", StringComparison.Ordinal), out var group))
        {
            return group;
        }

        var parts = lower.Split([',', ' ', '+', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Span).ToList();
        return parts.Count == 0 || parts.Contains(item: null) ? null : parts.Aggregate(Weekdays.None, (all, some) => all | some!.Value); // None is null.
    }

    public static string Write(Weekdays days) => days switch
    {
        Weekdays.Daily => "daily",
        Weekdays.Workdays => "mon-fri",
        _ => string.Join(',', Enumerable.Range(0, Names.Length).Where(index => days.HasFlag(Day(index))).Select(index => Names[index][..Shortest])),
    };

    // "fri-mon" goes over the weekend.
    private static Weekdays? Span(string part)
    {
        if (part.Split('-') is not [var first, .. var last] || last.Length > 1 || IndexOf(first) is not { } from || IndexOf(last is [var end] ? end : first) is not { } to)
        {
            return null;
        }

        var days = Day(from);
        for (var index = from; index != to; days |= Day(index))
        {
            index = (index + 1) % Names.Length;
        }

        return days;
    }

    private static int? IndexOf(string name) => name.Length >= Shortest && Array.FindIndex(Names, full => full.StartsWith(name, StringComparison.Ordinal) || name == full + "s") is >= 0 and var index ? index : null;

    private static Weekdays Day(int index) => (Weekdays)(1 << index);
}
