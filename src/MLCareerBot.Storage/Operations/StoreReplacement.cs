using System.Data.Common;
using Dapper;

namespace MLCareerBot.Storage.Operations;

/// <summary>Makes room for an export in a store that is in use, and keeps what the export is too old to know.</summary>
/// <param name="connection">Of the transaction.</param>
/// <param name="transaction">Rolled back by the caller if anything throws.</param>
internal sealed class StoreReplacement(DbConnection connection, DbTransaction transaction)
{
    // Deliveries by place and topic: whoever ended an order and placed it anew has another one under another id.
    private static readonly string[] Remember =
    [
        """
        CREATE TEMPORARY TABLE delivered AS
        SELECT platform, conversation, thread, topic, delivery.*
        FROM delivery JOIN subscription ON subscription.id = delivery.subscription
        """,
        "CREATE TEMPORARY TABLE arrived AS SELECT * FROM inbox",
    ];

    private static readonly string[] Recall =
    [
        """
        INSERT INTO delivery (subscription, local_date, delivery_key, state, tip, attempts, message, reserved_at, ended_at)
        SELECT
            subscription.id, delivered.local_date, delivered.delivery_key, delivered.state, delivered.tip, delivered.attempts,
            delivered.message, delivered.reserved_at, delivered.ended_at
        FROM delivered JOIN subscription ON subscription.platform = delivered.platform AND subscription.conversation = delivered.conversation
            AND COALESCE(subscription.thread, '') = COALESCE(delivered.thread, '') AND COALESCE(subscription.topic, '') = COALESCE(delivered.topic, '')
        WHERE TRUE
        ON CONFLICT (subscription, local_date) DO UPDATE SET
            delivery_key = excluded.delivery_key, state = excluded.state, tip = excluded.tip, attempts = excluded.attempts,
            message = excluded.message, reserved_at = excluded.reserved_at, ended_at = excluded.ended_at
        """,
        "DELETE FROM inbox",
        "INSERT INTO inbox SELECT * FROM arrived",
        "DROP TABLE delivered",
        "DROP TABLE arrived",
    ];

    /// <summary>Takes away what an export brings, and remembers which tips were delivered and which messages arrived.</summary>
    public async Task ClearAsync()
    {
        await ExecuteAsync(Remember);
        await ExecuteAsync(StoreFile.Tables.Where(table => !table.MayBeThere).Reverse().Select(table => $"DELETE FROM {table.Name}"));
    }

    /// <summary>No tip that was delivered since comes again, and no message is answered again or forgotten.</summary>
    public Task RecallAsync() => ExecuteAsync(Recall);

    private async Task ExecuteAsync(IEnumerable<string> statements)
    {
        foreach (var sql in statements)
        {
            await connection.ExecuteAsync(sql, transaction: transaction);
        }
    }
}
