using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>Days to come as people write them: <c>2026-12-01</c>, <c>monday</c>, <c>tomorrow</c>, <c>2 weeks</c>.</summary>
internal static class DateText
{
    /// <summary>A pause longer than this is an end.</summary>
    private const int MostDays = 366;

    private static readonly Dictionary<string, int> DaysIn = new(StringComparer.Ordinal)
    {
        ["d"] = 1,
        ["day"] = 1,
        ["days"] = 1,
        ["w"] = 7,
        ["week"] = 7,
        ["weeks"] = 7,
        ["month"] = 30,
        ["months"] = 30,
    };

    /// <summary>The date, or null for what is none, is over, or is more than a year ahead.</summary>
    public static LocalDate? Read(string text, LocalDate today)
    {
        var lower = text.Trim().ToLowerInvariant();
        var date = LocalDatePattern.Iso.Parse(lower) is { Success: true, Value: var given } ? given
            : lower == "tomorrow" ? today.PlusDays(1)
            : Weekday(lower) is { } day ? today.Next(day)
            : Count(lower) is { } days ? today.PlusDays(days)
            : (LocalDate?)null;
        return date > today && date <= today.PlusDays(MostDays) ? date : null;
    }

    private static IsoDayOfWeek? Weekday(string text) =>
        WeekdaysText.Read(text) is { } days && int.PopCount((int)days) == 1 ? (IsoDayOfWeek)(int.TrailingZeroCount((int)days) + 1) : null;

    private static int? Count(string text)
    {
        var digits = string.Concat(text.TakeWhile(char.IsAsciiDigit));
        return digits.Length is > 0 and <= 3 && DaysIn.TryGetValue(text[digits.Length..].Trim(), out var length)
            ? int.Parse(digits, CultureInfo.InvariantCulture) * length
            : null;
    }
}
