using MLCareerBot.Chat;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Subscriptions to test with: of Discord channels, due long since.</summary>
internal static class TestSubscription
{
    public static readonly LocalDate Day = new(2026, 11, 23);

    public static readonly Instant Due = Instant.FromUtc(2026, 11, 23, 8, 0);

    /// <summary>One of a channel with this number.</summary>
    public static Subscription Of(int number, string? workspace = "bootcamp") =>
        Of(new ChatAddress("discord", $"channel-{number}") { Workspace = workspace }, number);

    /// <summary>One of a person's direct messages.</summary>
    public static Subscription OfPerson(string user) => Of(ChatAddress.DirectTo("discord", user), 0) with { Owner = user };

    public static Subscription Of(ChatAddress to, int number = 0) => new()
    {
        Id = IdOf(number),
        To = to,
        Owner = "ana",
        Timetable = new("Europe/Berlin", new LocalTime(9, 0), Weekdays.Workdays),
        NextDate = Day,
        NextDue = Due + Duration.FromSeconds(number),
        StateSince = Due,
        ZoneVersion = "2026f",
    };

    /// <summary>The subscription after a delivery, due again at once.</summary>
    public static Subscription Next(Subscription subscription) => subscription with
    {
        LastDate = subscription.NextDate,
        NextDate = subscription.NextDate.PlusDays(1),
        NextDue = subscription.NextDue + Duration.FromMilliseconds(1),
    };

    public static string IdOf(int number) =>
        string.Concat(Enumerable.Range(0, 16).Select(place => (char)('a' + (int)(number / Math.Pow(26, place) % 26))));
}
