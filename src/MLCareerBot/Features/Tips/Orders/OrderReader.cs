using MLCareerBot.Features.Tips.Schedule;
using NodaTime;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Reads the values of an order, whatever form or command line they came in.</summary>
internal static class OrderReader
{
    private const string Roadmap = "roadmap";

    /// <param name="values">By name of the option: <c>time</c>, <c>zone</c>, <c>days</c>, <c>topic</c>, <c>pace</c>, <c>start</c>.</param>
    /// <param name="now">Decides what abbreviations and weekdays mean.</param>
    public static TipOrder Read(IReadOnlyDictionary<string, string> values, Instant now)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var zone = values.TryGetValue("zone", out var name) ? ZoneNames.Read(name, now) : null;
        var meant = zone as ZoneReading.Meant;
        if (meant is not null)
        {
            faults["zone"] = meant.Ids.Count > 0 ? $"{meant.Why} Did you mean one of these zones?" : $"{meant.Why} Name a city's zone, such as Europe/Berlin.";
        }

        return new()
        {
            Time = Value("time", TimeText.Read, "A time is written like 08:30 or 8:30 pm."),
            Zone = (zone as ZoneReading.Known)?.Id,
            Days = Value("days", WeekdaysText.Read, "Days are written like mon-fri, daily, or mon,wed,fri."),
            Topic = values.GetValueOrDefault("topic"),
            KeepsPace = values.TryGetValue("pace", out var pace) ? pace == Roadmap : null,
            Start = Value("start", text => Day(text, now), "A start is a date, such as 2026-09-01, no more than a year away."),
            Faults = faults,
            ZonesMeant = meant?.Ids ?? [],
        };

        T? Value<T>(string option, Func<string, T?> read, string fault)
            where T : struct
        {
            if (!values.TryGetValue(option, out var text))
            {
                return null;
            }

            var value = read(text);
            if (value is null)
            {
                faults[option] = fault;
            }

            return value;
        }
    }

    // A cohort may have begun already.
    private static LocalDate? Day(string text, Instant now)
    {
        var today = now.InUtc().Date;
        return text.Trim().Equals("today", StringComparison.OrdinalIgnoreCase) ? today
            : DateText.Read(text, today) ?? (DateText.Read(text, today.PlusYears(-1)) is { } past && past <= today ? past : null);
    }
}
