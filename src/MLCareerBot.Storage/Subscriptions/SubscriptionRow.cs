using MLCareerBot.Chat;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Subscriptions;

/// <summary>A row of <c>subscription</c>, read and written.</summary>
internal sealed class SubscriptionRow
{
    /// <summary>The columns of every SELECT.</summary>
    public const string Columns = """
        id, platform, workspace, conversation, thread, owner, zone, local_time AS LocalTime, days, topic,
        cohort_start AS CohortStart, paused_until AS PausedUntil, state, state_since AS StateSince, strikes,
        last_strike AS LastStrike, round_from AS RoundFrom, last_date AS LastDate, next_date AS NextDate,
        next_due AS NextDue, zone_version AS ZoneVersion, direct_channel AS DirectChannel, fence, version
        """;

    public required string Id { get; init; }

    public required string Platform { get; init; }

    public string? Workspace { get; init; }

    public required string Conversation { get; init; }

    public string? Thread { get; init; }

    public string? Owner { get; init; }

    public required string Zone { get; init; }

    public required string LocalTime { get; init; }

    public int Days { get; init; }

    public string? Topic { get; init; }

    public string? CohortStart { get; init; }

    public string? PausedUntil { get; init; }

    public int State { get; init; }

    public long StateSince { get; init; }

    public int Strikes { get; init; }

    public string? LastStrike { get; init; }

    public string? RoundFrom { get; init; }

    public string? LastDate { get; init; }

    public required string NextDate { get; init; }

    public long NextDue { get; init; }

    public required string ZoneVersion { get; init; }

    public string? DirectChannel { get; init; }

    public long Fence { get; init; }

    public long Version { get; init; }

    /// <summary>What people may edit, and how it stands; the direct channel is written by deliveries alone.</summary>
    public static SubscriptionRow Of(Subscription subscription) => new()
    {
        Id = subscription.Id,
        Platform = Stored.Text(subscription.To.Platform),
        Workspace = Stored.Text(subscription.To.Workspace),
        Conversation = Stored.Text(subscription.To.Conversation),
        Thread = Stored.Text(subscription.To.Thread),
        Owner = Stored.Text(subscription.Owner),
        Zone = Stored.Text(subscription.Timetable.Zone),
        LocalTime = Stored.Of(subscription.Timetable.Time),
        Days = (int)subscription.Timetable.Days,
        Topic = Stored.Text(subscription.Topic),
        CohortStart = Stored.Of(subscription.CohortStart),
        PausedUntil = Stored.Of(subscription.PausedUntil),
        State = (int)subscription.State,
        StateSince = Stored.Of(subscription.StateSince),
        Strikes = subscription.Strikes,
        LastStrike = Stored.Of(subscription.LastStrike),
        RoundFrom = Stored.Of(subscription.RoundFrom),
        LastDate = Stored.Of(subscription.LastDate),
        NextDate = Stored.Of(subscription.NextDate),
        NextDue = Stored.Of(subscription.NextDue),
        ZoneVersion = subscription.ZoneVersion,
        Version = subscription.Version,
    };

    public Subscription ToSubscription() => new()
    {
        Id = Id,
        To = new(Platform, Conversation, Thread) { Workspace = Workspace },
        DirectChannel = DirectChannel,
        Owner = Owner,
        Timetable = new(Zone, Stored.Time(LocalTime), (Weekdays)Days),
        Topic = Topic,
        CohortStart = Stored.DateOrNull(CohortStart),
        PausedUntil = Stored.DateOrNull(PausedUntil),
        State = (SubscriptionState)State,
        StateSince = Stored.Instant(StateSince),
        Strikes = Strikes,
        LastStrike = Stored.DateOrNull(LastStrike),
        RoundFrom = Stored.DateOrNull(RoundFrom),
        LastDate = Stored.DateOrNull(LastDate),
        NextDate = Stored.Date(NextDate),
        NextDue = Stored.Instant(NextDue),
        ZoneVersion = ZoneVersion,
        Version = Version,
    };
}
