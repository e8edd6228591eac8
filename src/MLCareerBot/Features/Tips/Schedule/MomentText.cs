using MLCareerBot.Chat;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.Text;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>Points in time as they are shown: <c>Mon 23 Nov 2026, 09:00 (America/New_York)</c>.</summary>
internal static class MomentText
{
    private static readonly ZonedDateTimePattern Pattern =
        ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm '('z')'", zoneProvider: null);

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    public static string Of(Instant at, string zone) =>
        Pattern.Format(at.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc));

    public static string Of(LocalDate date) => DatePattern.Format(date);

    /// <summary>The next tip of a subscription, at the time that was chosen: the spread is nobody's business.</summary>
    public static ReplyBlock.Moment NextTip(TipSchedule schedule, Subscription subscription)
    {
        var at = schedule.NominalOn(subscription.Timetable, subscription.NextDate);
        return new("Next tip", Of(at, subscription.Timetable.Zone), at.ToDateTimeOffset());
    }
}
