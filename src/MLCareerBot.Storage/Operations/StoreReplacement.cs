using System.Data.Common;
using Dapper;

namespace MLCareerBot.Storage.Operations;

/// <summary>Makes room for an export in a store that is in use, and keeps what the export is too old to know.</summary>
/// <param name="connection">Of the transaction.</param>
/// <param name="transaction">Rolled back by the caller if anything throws.</param>
internal sealed class StoreReplacement(DbConnection connection, DbTransaction transaction)
{
    private const int NoLimit = 0;

    // The same order; or, where one was ended and placed anew under another id, the one of the same place and topic. A person
    // has one order, whatever its topic.
    private const string SameOrder = "subscription.id = delivered.subscription";
    private const string SamePlace = """
        subscription.platform = delivered.platform AND subscription.conversation = delivered.conversation
        AND COALESCE(subscription.thread, '') = COALESCE(delivered.thread, '')
        AND (subscription.conversation LIKE '@%' OR COALESCE(subscription.topic, '') = COALESCE(delivered.topic, ''))
        """;

    private static readonly string[] Remember =
    [
        """
        CREATE TEMPORARY TABLE delivered AS
        SELECT platform, conversation, thread, topic, delivery.*
        FROM delivery JOIN subscription ON subscription.id = delivery.subscription
        """,
        "CREATE TEMPORARY TABLE arrived AS SELECT * FROM inbox",
        "CREATE TEMPORARY TABLE departed AS SELECT * FROM departure",
    ];

    private static readonly string[] Recall =
    [
        Deliver(SamePlace),
        Deliver(SameOrder),
        "DELETE FROM inbox",
        "INSERT INTO inbox SELECT * FROM arrived",
        "DELETE FROM departure",
        "INSERT INTO departure SELECT * FROM departed",
        """
        UPDATE subscription SET state = 4, state_since = departure.left_at
        FROM departure
        WHERE departure.platform = subscription.platform AND departure.workspace = subscription.workspace AND subscription.state <> 4
        """,
        "DROP TABLE delivered",
        "DROP TABLE arrived",
        "DROP TABLE departed",
    ];

    private static string Deliver(string match) => $"""
        INSERT INTO delivery (subscription, local_date, delivery_key, state, tip, attempts, message, reserved_at, ended_at)
        SELECT
            subscription.id, delivered.local_date, delivered.delivery_key, delivered.state, delivered.tip, delivered.attempts,
            delivered.message, delivered.reserved_at, delivered.ended_at
        FROM delivered JOIN subscription ON {match}
        WHERE TRUE
        ON CONFLICT (subscription, local_date) DO UPDATE SET
            delivery_key = excluded.delivery_key, state = excluded.state, tip = excluded.tip, attempts = excluded.attempts,
            message = excluded.message, reserved_at = excluded.reserved_at, ended_at = excluded.ended_at
        """;

    /// <summary>Takes away what an export brings, and remembers which tips were delivered, which messages arrived and which places were left.</summary>
    public async Task ClearAsync()
    {
        await ExecuteAsync(Remember);
        await ExecuteAsync(StoreFile.Tables.Where(table => !table.MayBeThere).Reverse().Select(table => $"DELETE FROM {table.Name}"));
    }

    /// <summary>No tip of an order that is still there comes again, no message is answered again or forgotten, and no place that was left counts as joined.</summary>
    public Task RecallAsync() => ExecuteAsync(Recall);

    private async Task ExecuteAsync(IEnumerable<string> statements)
    {
        foreach (var sql in statements)
        {
            // As long as it takes: these go through whole tables.
            await connection.ExecuteAsync(sql, transaction: transaction, commandTimeout: NoLimit);
        }
    }
}
