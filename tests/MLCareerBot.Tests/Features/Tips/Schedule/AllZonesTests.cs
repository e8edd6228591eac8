using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.TimeZones;

namespace MLCareerBot.Tests.Features.Tips.Schedule;

/// <summary>Every zone there is, from 2024 to 2032 (fault row 53).</summary>
public sealed class AllZonesTests
{
    private static readonly LocalDate First = new(2024, 1, 1);
    private static readonly LocalDate Last = new(2032, 12, 31);

    private static readonly TipSchedule Schedule = new(DateTimeZoneProviders.Tzdb);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 30)]
    [InlineData(9, 0)]
    [InlineData(23, 59)]
    public void One_Tip_A_Date_Later_Each_Time_At_The_Right_Local_Time(int hour, int minute)
    {
        var time = new LocalTime(hour, minute);
        Parallel.ForEach(DateTimeZoneProviders.Tzdb.Ids, id =>
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var subscription = Of(id, time, Weekdays.Daily);
            var (date, due) = Schedule.First(subscription, First.AtStartOfDayInZone(zone).ToInstant());
            while (date < Last)
            {
                Assert.Equal(LocalTimeOn(zone, date, time), Schedule.NominalOn(subscription.Timetable, date).InZone(zone).LocalDateTime);
                var (next, nextDue) = Schedule.After(subscription, date);
                Assert.Equal(date.PlusDays(1), next);
                Assert.True(nextDue > due, $"{id} {next}");
                (date, due) = (next, nextDue);
            }
        });
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-08", 2, 30, "2026-03-08T07:30:00Z")] // 02:30 is not there; 03:30 EDT.
    [InlineData("America/New_York", "2026-11-01", 1, 30, "2026-11-01T05:30:00Z")] // 01:30 is there twice; the first one, EDT.
    [InlineData("Europe/Berlin", "2026-03-29", 2, 30, "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", 2, 30, "2026-10-25T00:30:00Z")]
    [InlineData("Asia/Kolkata", "2026-06-01", 9, 0, "2026-06-01T03:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 2, 15, "2026-10-03T15:45:00Z")] // Half an hour forward: 02:45.
    [InlineData("Australia/Lord_Howe", "2026-04-05", 1, 45, "2026-04-04T14:45:00Z")]
    public void Where_Clocks_Are_Changed(string zone, string date, int hour, int minute, string instant) => Assert.Equal(
        NodaTime.Text.InstantPattern.General.Parse(instant).Value,
        Schedule.NominalOn(new(zone, new(hour, minute), Weekdays.Daily), NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value));

    [Fact]
    public void Samoa_Had_No_30_December_2011()
    {
        var subscription = Of("Pacific/Apia", new(9, 0), Weekdays.Daily);

        Assert.Equal(new LocalDate(2011, 12, 31), Schedule.After(subscription, new(2011, 12, 29)).Date);
        Assert.False(Schedule.IsOn(subscription.Timetable, new(2011, 12, 30)));
    }

    [Fact]
    public void Never_Twenty_Four_Hours_Later()
    {
        var subscription = Of("Europe/Berlin", new(9, 0), Weekdays.Daily);

        Assert.Equal(Duration.FromHours(23), Schedule.DueOn(subscription, new(2026, 3, 29)) - Schedule.DueOn(subscription, new(2026, 3, 28)));
    }

    [Fact]
    public void A_Time_That_Is_Over_Today_Starts_Tomorrow_And_A_Pause_Ends_By_Itself()
    {
        var subscription = Of("Europe/Berlin", new(9, 0), Weekdays.Workdays);
        var friday = Instant.FromUtc(2026, 11, 27, 8, 1);

        Assert.Equal(new LocalDate(2026, 11, 30), Schedule.First(subscription, friday).Date);
        Assert.Equal(new LocalDate(2026, 11, 27), Schedule.First(subscription, friday - Duration.FromMinutes(2)).Date);
        Assert.Equal(new LocalDate(2026, 11, 30), Schedule.First(subscription with { LastDate = new LocalDate(2026, 11, 27) }, friday - Duration.FromHours(2)).Date);
        Assert.Equal(new LocalDate(2026, 12, 14), Schedule.First(subscription with { PausedUntil = new LocalDate(2026, 12, 12) }, friday).Date);
    }

    [Fact]
    public void A_Zone_That_Is_Gone_Does_Not_Stop_The_Others() =>
        Assert.Equal(new LocalDate(2026, 11, 28), Schedule.First(Of("Nowhere/Atlantis", new(9, 0), Weekdays.Daily), Instant.FromUtc(2026, 11, 27, 9, 1)).Date);

    // In a gap the time is later by the gap's length.
    private static LocalDateTime LocalTimeOn(DateTimeZone zone, LocalDate date, LocalTime time)
    {
        var mapping = zone.MapLocal(date + time);
        return mapping.Count > 0
            ? date + time
            : (date + time).PlusTicks((mapping.LateInterval.WallOffset - mapping.EarlyInterval.WallOffset).Ticks);
    }

    private static Subscription Of(string zone, LocalTime time, Weekdays days) => new()
    {
        Id = $"subscription{zone.Length:d4}",
        To = ChatAddress.DirectTo("test", "ana"),
        Timetable = new(zone, time, days),
        NextDate = First,
        NextDue = default,
        ZoneVersion = "",
    };
}
