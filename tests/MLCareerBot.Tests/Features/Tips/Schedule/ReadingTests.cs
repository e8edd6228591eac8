using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Tests.Features.Tips.Schedule;

public sealed class ReadingTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 12, 0);
    private static readonly LocalDate Today = new(2026, 11, 26);

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("America/New York", "America/New_York")]
    [InlineData("Kolkata", "Asia/Kolkata")]
    [InlineData("India", "Asia/Kolkata")]
    [InlineData("utc", "UTC")]
    public void Zones_Are_Read_However_They_Are_Written(string text, string id) =>
        Assert.Equal(new ZoneReading.Known(id), ZoneNames.Read(text, Now));

    [Theory]
    [InlineData("EST", "America/New_York")]
    [InlineData("EST5EDT", "America/New_York")]
    [InlineData("CET", "Europe/Berlin")]
    [InlineData("IST", "Asia/Kolkata")]
    [InlineData("UTC+1", "Europe/Berlin")]
    [InlineData("GMT-05:00", "America/New_York")]
    [InlineData("Etc/GMT+1", null)]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    [InlineData("United States", "America/New_York")]
    [InlineData("plugh", null)]
    [InlineData("", null)]
    public void What_Is_No_Zone_Names_Those_That_May_Be_Meant(string text, string? first)
    {
        var meant = Assert.IsType<ZoneReading.Meant>(ZoneNames.Read(text, Now));

        Assert.True(meant.Ids.Count <= 3);
        if (first is not null)
        {
            Assert.Equal(first, meant.Ids[0]);
        }
    }

    [Theory]
    [InlineData("08:30", 8, 30)]
    [InlineData("8:30", 8, 30)]
    [InlineData("8.30", 8, 30)]
    [InlineData("8am", 8, 0)]
    [InlineData("8:30 PM", 20, 30)]
    [InlineData("00:00", 0, 0)]
    public void Times_Are_Read(string text, int hour, int minute) => Assert.Equal(new LocalTime(hour, minute), TimeText.Read(text));

    [Theory]
    [InlineData("8")]
    [InlineData("25:00")]
    [InlineData("noonish")]
    [InlineData("")]
    public void No_Time_Is_None(string text) => Assert.Null(TimeText.Read(text));

    [Theory]
    [InlineData("mon-fri", Weekdays.Workdays)]
    [InlineData("weekdays", Weekdays.Workdays)]
    [InlineData("every day", Weekdays.Daily)]
    [InlineData("Mon, Wed, Fri", Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday)]
    [InlineData("fri-mon", Weekdays.Friday | Weekdays.Saturday | Weekdays.Sunday | Weekdays.Monday)]
    [InlineData("saturdays", Weekdays.Saturday)]
    public void Days_Are_Read_And_Written_So_That_They_Are_Read_Again(string text, Weekdays days)
    {
        Assert.Equal(days, WeekdaysText.Read(text));
        Assert.Equal(days, WeekdaysText.Read(WeekdaysText.Write(days)));
    }

    [Theory]
    [InlineData("someday")]
    [InlineData("mon-")]
    [InlineData("-")]
    [InlineData("")]
    public void No_Days_Are_None(string text) => Assert.Null(WeekdaysText.Read(text));

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("monday", "2026-11-30")]
    [InlineData("thursday", "2026-12-03")]
    [InlineData("2 weeks", "2026-12-10")]
    [InlineData("3d", "2026-11-29")]
    [InlineData("tomorrow", "2026-11-27")]
    [InlineData("2026-11-26", null)]
    [InlineData("2020-01-01", null)]
    [InlineData("9999-12-31", null)]
    [InlineData("999 months", null)]
    [InlineData("soon", null)]
    public void Dates_To_Come_Are_Read(string text, string? date) =>
        Assert.Equal(date, DateText.Read(text, Today) is { } read ? NodaTime.Text.LocalDatePattern.Iso.Format(read) : null);
}
