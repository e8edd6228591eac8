using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>
/// When tips come. A delivery belongs to a date of the calendar in its zone, and the zone's rules say which instant that
/// is: never "24 hours later", which is wrong wherever a clock was changed in between.
/// </summary>
/// <param name="zones">The time zones; all there are, but in tests.</param>
internal sealed class TipSchedule(IDateTimeZoneProvider zones)
{
    /// <summary>A year with a pause of a year in it; beyond that something is wrong with the subscription.</summary>
    private const int MostDays = 800;

    /// <summary>Everybody at 09:00:00 would meet the platforms' limits at once.</summary>
    private const int SpreadSeconds = 120;

    /// <summary>The version of the time zone data.</summary>
    public string ZoneVersion => zones.VersionId;

    /// <summary>The first delivery from now on: a time of day that is over today means tomorrow, and no date comes twice.</summary>
    public (LocalDate Date, Instant Due) First(Subscription subscription, Instant now)
    {
        var today = now.InZone(ZoneOf(subscription.Timetable)).Date;
        var start = Latest(today, subscription.LastDate?.PlusDays(1), subscription.PausedUntil, subscription.CohortStart);
        return From(subscription, start, date => NominalOn(subscription.Timetable, date) >= now);
    }

    /// <summary>The delivery after the one of a date.</summary>
    public (LocalDate Date, Instant Due) After(Subscription subscription, LocalDate date) =>
        From(subscription, Latest(date.PlusDays(1), null, subscription.PausedUntil, subscription.CohortStart), _ => true);

    /// <summary>
    /// The instant of the local time on a date. Where clocks jump over it, it is later by the length of the jump; where it
    /// comes twice, it is the first.
    /// </summary>
    public Instant NominalOn(TipTimetable timetable, LocalDate date) => ZoneOf(timetable).AtLeniently(date + timetable.Time).ToInstant();

    /// <summary>When the delivery of a date is due: the instant of its local time and up to two minutes, always the same for one subscription.</summary>
    public Instant DueOn(Subscription subscription, LocalDate date) => NominalOn(subscription.Timetable, date) + SpreadOf(subscription.Id);

    /// <summary>True if tips come on this date: it is one of the days of the week, and one of the zone's days.</summary>
    public bool IsOn(TipTimetable timetable, LocalDate date) => Includes(timetable.Days, date) && Exists(timetable, date);

    /// <summary>True for a zone that this version of the data knows.</summary>
    public bool Knows(string zone) => zones.GetZoneOrNull(zone) is not null;

    /// <summary>The date that it is there.</summary>
    public LocalDate DateAt(TipTimetable timetable, Instant now) => now.InZone(ZoneOf(timetable)).Date;

    private (LocalDate Date, Instant Due) From(Subscription subscription, LocalDate start, Func<LocalDate, bool> isRight)
    {
        for (var days = 0; days < MostDays; days++)
        {
            if (start.PlusDays(days) is var date && IsOn(subscription.Timetable, date) && isRight(date))
            {
                return (date, DueOn(subscription, date));
            }
        }

        throw new InvalidOperationException("A subscription has no day on which a tip could come.");
    }

    // Samoa had no 30 December 2011.
    private bool Exists(TipTimetable timetable, LocalDate date) =>
        ZoneOf(timetable).AtLeniently(date.AtMidnight()).Date == date;

    // A zone that a later version took away: its tips come by UTC, which is said where they are shown.
    private DateTimeZone ZoneOf(TipTimetable timetable) => zones.GetZoneOrNull(timetable.Zone) ?? DateTimeZone.Utc;

    private static bool Includes(Weekdays days, LocalDate date) => days.HasFlag((Weekdays)(1 << ((int)date.DayOfWeek - 1)));

    private static Duration SpreadOf(string id) => Duration.FromSeconds(Lot.Of(id) % SpreadSeconds);

    private static LocalDate Latest(LocalDate date, params LocalDate?[] others) => others.OfType<LocalDate>().Aggregate(date, LocalDate.Max);
}
