namespace MLCareerBot.Storage.Inbox;

/// <summary>The inbox's statements, one text for both databases.</summary>
internal sealed class InboxSql(Database database)
{
    /// <summary>Only of an event that was kept and is still of this instance; a deleted one is not there.</summary>
    public const string BeginAnswer = """
        UPDATE inbox SET state = 1, lease_until = @Until
        WHERE platform = @Platform AND event_key = @Key AND fence = @Fence AND state < 2
        """;

    public const string Finish = """
        UPDATE inbox SET state = 2, person = NULL, contents = NULL, lease_until = NULL
        WHERE platform = @Platform AND event_key = @Key AND fence = @Fence AND state < 2
        """;

    /// <summary>Adds what is not there yet and says what that was.</summary>
    public string Add { get; } = $"""
        INSERT INTO inbox (platform, event_key, main_key, state, person, contents, received_at, lease_until, fence)
        SELECT given.platform, given.event_key, given.main_key, given.state, given.person, given.contents, given.received_at, given.lease_until, given.fence
        FROM {database.Given("platform text, event_key text, main_key text, state integer, person text, contents text, received_at bigint, lease_until bigint, fence bigint")}
        WHERE TRUE
        ON CONFLICT DO NOTHING
        RETURNING event_key
        """;

    public string RunOut { get; } = $"""
        SELECT {InboxRow.Columns} FROM inbox
        WHERE platform = @Platform AND state IN (0, 1) AND lease_until <= @Now
        ORDER BY received_at LIMIT @Most {database.SkipLocked}
        """;

    public string TakeOver { get; } = $"""
        UPDATE inbox SET fence = inbox.fence + 1, lease_until = @Until
        FROM {database.Given("event_key text")}
        WHERE inbox.platform = @Platform AND inbox.event_key = given.event_key
        """;
}
