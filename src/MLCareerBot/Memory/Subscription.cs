using MLCareerBot.Chat;
using NodaTime;

namespace MLCareerBot.Memory;

/// <summary>A standing order for daily tips, of a channel or of a person.</summary>
public sealed record Subscription
{
    /// <summary>Its id: sixteen of <c>a</c>-<c>z</c> and <c>2</c>-<c>7</c>, by chance; the beginning of every delivery key.</summary>
    public required string Id { get; init; }

    /// <summary>Where the tips go: a channel with its <see cref="ChatAddress.Workspace"/>, or <see cref="ChatAddress.DirectTo"/>.</summary>
    public required ChatAddress To { get; init; }

    /// <summary>The platform's channel of direct messages, where tips go to a person and one has arrived; else null.</summary>
    public string? DirectChannel { get; init; }

    /// <summary>The platform's id of the person who set it up and is told of trouble; null once that person had their data deleted.</summary>
    public string? Owner { get; init; }

    /// <summary>When tips come.</summary>
    public required TipTimetable Timetable { get; init; }

    /// <summary>Id of the topic or group that tips are about; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>The day a cohort began, where tips keep pace with the roadmap's steps from then on; else null.</summary>
    public LocalDate? CohortStart { get; init; }

    /// <summary>The first day on which tips come again; null where nothing is paused.</summary>
    public LocalDate? PausedUntil { get; init; }

    /// <summary>Whether tips are sent, and if not, why.</summary>
    public SubscriptionState State { get; init; }

    /// <summary>Since when it is in that state.</summary>
    public Instant StateSince { get; init; }

    /// <summary>On how many days in a row the person's direct messages were closed.</summary>
    public int Strikes { get; init; }

    /// <summary>The scheduled date of the last of these days.</summary>
    public LocalDate? LastStrike { get; init; }

    /// <summary>The scheduled date of the delivery with which the present round through the tips began; null before the first.</summary>
    public LocalDate? RoundFrom { get; init; }

    /// <summary>The scheduled date of the last delivery that was finished, however it ended; null before the first.</summary>
    public LocalDate? LastDate { get; init; }

    /// <summary>The local date of the next delivery: the key of the ledger, whatever instant the zone's rules make of it.</summary>
    public required LocalDate NextDate { get; init; }

    /// <summary>When that is due, the spread included.</summary>
    public required Instant NextDue { get; init; }

    /// <summary>The version of the time zone data that <see cref="NextDue"/> was computed with.</summary>
    public required string ZoneVersion { get; init; }

    /// <summary>Counts changes by people, so that of two at once the second is noticed. Zero for what was never saved.</summary>
    public long Version { get; init; }
}

/// <summary>When tips come.</summary>
/// <param name="Zone">Id of the IANA zone: <c>Europe/Berlin</c>.</param>
/// <param name="Time">The local time, in whole minutes.</param>
/// <param name="Days">The days of the week; at least one.</param>
public sealed record TipTimetable(string Zone, LocalTime Time, Weekdays Days);

/// <summary>Days of the week.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday.</summary>
    Workdays = Monday | Tuesday | Wednesday | Thursday | Friday,

    /// <summary>All seven.</summary>
    Daily = Workdays | Saturday | Sunday,
}

/// <summary>Whether a subscription is served, and if not, why. The numbers are stored.</summary>
public enum SubscriptionState
{
    /// <summary>Tips are sent.</summary>
    Active = 0,

    /// <summary>The bot may not write there; it goes on when it may again.</summary>
    NoAccess = 1,

    /// <summary>The place is gone; deleted after the grace period.</summary>
    Gone = 2,

    /// <summary>The person takes no direct messages; it goes on when they speak to the bot.</summary>
    DirectMessagesClosed = 3,

    /// <summary>The bot was removed from the server or workspace; deleted after the grace period, unless it returns.</summary>
    Removed = 4,
}
