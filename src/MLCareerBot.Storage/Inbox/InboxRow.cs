using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Inbox;

/// <summary>A row of <c>inbox</c>, read and written.</summary>
internal sealed record InboxRow
{
    private const int Kept = 0;
    private const int Answering = 1;
    private const int Done = 2;

    /// <summary>The columns of every SELECT.</summary>
    public const string Columns = """
        platform, event_key AS EventKey, main_key AS MainKey, state, person, contents, received_at AS ReceivedAt, lease_until AS LeaseUntil, fence
        """;

    public required string Platform { get; init; }

    public required string EventKey { get; init; }

    public required string MainKey { get; init; }

    public int State { get; init; }

    public string? Person { get; init; }

    public string? Contents { get; init; }

    public long ReceivedAt { get; init; }

    public long? LeaseUntil { get; init; }

    public long Fence { get; init; }

    /// <summary>The event under its own key, then no more than its other keys; in one order for all, so that nobody waits in a circle.</summary>
    public static IReadOnlyList<InboxRow> Of(InboxEvent item, long leaseUntil)
    {
        var main = Stored.Text(item.Keys[0]);
        var keys = item.Keys.Select(Stored.Text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. keys.Select(key => key == main ? Event(item, main, leaseUntil) : Copy(item, key, main))];
    }

    public InboxEvent ToEvent() => new()
    {
        Platform = Platform,
        Keys = [EventKey],
        User = Person ?? "",
        Contents = Contents ?? "",
        ReceivedAt = Stored.Instant(ReceivedAt),
        MayBeAnswered = State == Answering,
        Fence = Fence,
    };

    private static InboxRow Event(InboxEvent item, string main, long leaseUntil) => Copy(item, main, main) with
    {
        State = Kept,
        Person = Stored.Text(item.User),
        Contents = Stored.Text(item.Contents),
        LeaseUntil = leaseUntil,
        Fence = item.Fence,
    };

    private static InboxRow Copy(InboxEvent item, string key, string main) => new()
    {
        Platform = item.Platform,
        EventKey = key,
        MainKey = main,
        State = Done,
        ReceivedAt = Stored.Of(item.ReceivedAt),
    };
}
