using MLCareerBot.Storage.Subscriptions;

namespace MLCareerBot.Storage.Deliveries;

/// <summary>The ledger's statements, one text for both databases.</summary>
internal sealed class LedgerSql(Database database)
{
    /// <summary>How many deliveries before the present round a plan sees.</summary>
    public const int Before = 14;

    /// <summary>True while a lease stands. Where it was given up, nobody owns it.</summary>
    public const string IsMine = """
        SELECT COUNT(*) FROM subscription
        WHERE id = @Id AND fence = @Fence AND version = @Version AND state = 0 AND lease_owner IS NOT NULL AND lease_until > @Now
        """;

    /// <summary>True if a claim of which the commit is not known went through.</summary>
    public const string IsClaimed = """
        SELECT COUNT(*) FROM subscription
        WHERE id = @Id AND fence = @Fence AND next_date = @NextDate AND COALESCE(lease_owner, '') = COALESCE(@LeaseOwner, '')
        """;

    /// <summary>The attempt does not count. Done again, it says the same.</summary>
    public const string ForgetAttempt = """
        UPDATE delivery SET attempts = @Attempts
        WHERE subscription = @Id AND local_date = @Date AND state = 1 AND EXISTS (
            SELECT 1 FROM subscription WHERE id = @Id AND fence = @Fence AND lease_owner IS NOT NULL)
        """;

    public string Due { get; } = $"""
        SELECT {SubscriptionRow.Columns} FROM subscription
        WHERE platform = @Platform AND state = 0 AND next_due <= @Now AND next_due >= @From AND next_due < @Before AND (lease_until IS NULL OR lease_until <= @Now)
        ORDER BY next_due LIMIT @Most {database.SkipLocked}
        """;

    // The scalar subquery finds where the last few before the round begin, so that a long history is not read for nothing.
    public string Past { get; } = $"""
        SELECT {DeliveryRow.Columns} FROM {database.Given("id text, next_date text, round_from text")}
        JOIN delivery ON delivery.subscription = given.id
        WHERE (delivery.tip IS NOT NULL OR delivery.local_date = given.next_date) AND delivery.local_date >= COALESCE((
            SELECT CASE WHEN before.local_date < given.next_date THEN before.local_date ELSE given.next_date END
            FROM delivery AS before
            WHERE before.subscription = given.id AND before.tip IS NOT NULL AND before.local_date < COALESCE(given.round_from, '9999-12-31')
            ORDER BY before.local_date DESC LIMIT 1 OFFSET {Before - 1}), '')
        """;

    public string Lease { get; } = $"""
        UPDATE subscription SET
            fence = given.fence, next_date = given.next_date, next_due = given.next_due, last_date = given.last_date,
            round_from = given.round_from, lease_until = given.lease_until, lease_owner = given.lease_owner
        FROM {database.Given("id text, fence bigint, next_date text, next_due bigint, last_date text, round_from text, lease_until bigint, lease_owner text")}
        WHERE subscription.id = given.id
        """;

    // What has ended stays as it is, whatever a plan says. WHERE TRUE tells SQLite that no join condition follows.
    public string Reserve { get; } = $"""
        INSERT INTO delivery (subscription, local_date, delivery_key, state, tip, attempts, reserved_at, ended_at)
        SELECT given.id, given.local_date, given.delivery_key, given.state, given.tip, given.attempts, given.reserved_at, given.ended_at
        FROM {database.Given("id text, local_date text, delivery_key text, state integer, tip text, attempts integer, reserved_at bigint, ended_at bigint")}
        WHERE TRUE
        ON CONFLICT (subscription, local_date) DO UPDATE SET
            state = excluded.state, tip = excluded.tip, attempts = delivery.attempts + excluded.attempts, ended_at = excluded.ended_at
        WHERE delivery.state = 1
        """;

    // What people may edit is not among these columns.
    public string MoveOn { get; } = $"""
        UPDATE subscription SET
            next_date = given.next_date, next_due = given.next_due, last_date = given.last_date, round_from = given.round_from,
            strikes = given.strikes, last_strike = given.last_strike, state = given.state, state_since = given.state_since,
            zone_version = given.zone_version, direct_channel = given.direct_channel, lease_until = NULL, lease_owner = NULL
        FROM {database.Given("id text, fence bigint, next_date text, next_due bigint, last_date text, round_from text, strikes integer, last_strike text, state integer, state_since bigint, zone_version text, direct_channel text")}
        WHERE subscription.id = given.id AND subscription.fence = given.fence
        RETURNING subscription.id, subscription.fence
        """;

    public string End { get; } = $"""
        UPDATE delivery SET
            state = given.state, message = given.message, ended_at = @Now, tip = CASE WHEN given.state = 3 THEN NULL ELSE tip END
        FROM {database.Given("id text, local_date text, state integer, message text")}
        WHERE delivery.subscription = given.id AND delivery.local_date = given.local_date AND delivery.state = 1
        """;

    public string Release { get; } = $"""
        UPDATE subscription SET lease_until = @NotBefore, lease_owner = NULL
        FROM {database.Given("id text, fence bigint")}
        WHERE subscription.id = given.id AND subscription.fence = given.fence AND lease_owner IS NOT NULL
        """;
}
