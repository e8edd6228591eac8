using NodaTime;
using NodaTime.Text;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>Times of day as people write them: <c>08:30</c>, <c>8.30</c>, <c>8am</c>, <c>8:30 pm</c>.</summary>
internal static class TimeText
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly LocalTimePattern[] Patterns =
        [.. new[] { "H:mm", "H.mm", "h:mmtt", "h.mmtt", "htt" }.Select(LocalTimePattern.CreateWithInvariantCulture)];

    /// <summary>The time, or null for what is none. A bare number is none: it may be a step or a day.</summary>
    public static LocalTime? Read(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Patterns.Select(pattern => pattern.Parse(compact)).FirstOrDefault(parsed => parsed.Success) is { Value: var time } ? time : null;
    }

    public static string Write(LocalTime time) => Written.Format(time);
}
