using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Subscriptions;

/// <summary>
/// Keeps a new subscription or a change of one. A change leaves alone what deliveries write: the last date, the round and
/// the last strike may have moved on since the subscription was read.
/// </summary>
internal sealed class SubscriptionSaving(Database database, Subscription subscription)
{
    private const string UniqueViolation = "23505";

    private const string Insert = """
        INSERT INTO subscription (
            id, platform, workspace, conversation, thread, owner, zone, local_time, days, topic, cohort_start, paused_until, state,
            state_since, strikes, last_strike, round_from, last_date, next_date, next_due, zone_version, created, fence, version)
        VALUES (
            @Id, @Platform, @Workspace, @Conversation, @Thread, @Owner, @Zone, @LocalTime, @Days, @Topic, @CohortStart, @PausedUntil, @State,
            @StateSince, @Strikes, @LastStrike, @RoundFrom, @LastDate, @NextDate, @NextDue, @ZoneVersion, @Now, 1, 1)
        ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE subscription SET
            workspace = @Workspace, conversation = @Conversation, thread = @Thread, owner = @Owner, zone = @Zone, local_time = @LocalTime,
            days = @Days, topic = @Topic, cohort_start = @CohortStart, paused_until = @PausedUntil, state = @State, state_since = @StateSince,
            strikes = @Strikes, next_date = @NextDate, next_due = @NextDue, zone_version = @ZoneVersion,
            lease_until = NULL, lease_owner = NULL, fence = fence + 1, version = version + 1
        WHERE id = @Id AND version = @Version AND NOT EXISTS (
            SELECT 1 FROM subscription AS other
            WHERE other.id <> @Id AND other.platform = @Platform AND other.conversation = @Conversation
                AND COALESCE(other.thread, '') = COALESCE(@Thread, '') AND COALESCE(other.topic, '') = COALESCE(@Topic, ''))
        """;

    // The next version with just these values: nobody else's change, or one that makes no difference.
    private const string Done = """
        SELECT COUNT(*) FROM subscription
        WHERE id = @Id AND version = @Version + 1 AND zone = @Zone AND local_time = @LocalTime AND days = @Days
            AND COALESCE(topic, '') = COALESCE(@Topic, '') AND COALESCE(paused_until, '') = COALESCE(@PausedUntil, '')
            AND COALESCE(owner, '') = COALESCE(@Owner, '') AND next_date = @NextDate AND next_due = @NextDue AND state = @State
        """;

    private readonly SubscriptionRow _row = SubscriptionRow.Of(subscription);

    public async Task<bool> RunAsync(DbConnection connection, DbTransaction transaction)
    {
        if (subscription.Version > 0)
        {
            return await UpdateAsync(connection, transaction);
        }

        var values = new DynamicParameters(_row);
        values.Add("Now", Stored.Of(await database.NowAsync(connection, default)));
        return await connection.ExecuteAsync(Insert, values, transaction) > 0;
    }

    public async Task<bool> IsDoneAsync(DbConnection connection) => await connection.ExecuteScalarAsync<int>(Done, _row) > 0;

    // The statement looks for another of the same topic; one that is saved in the same moment is found by the index alone.
    private async Task<bool> UpdateAsync(DbConnection connection, DbTransaction transaction)
    {
        try
        {
            return await connection.ExecuteAsync(Update, _row, transaction) > 0;
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            throw new PlaceTakenException(exception);
        }
    }
}

/// <summary>Somebody else has the topic in that place; what was begun is to be rolled back.</summary>
internal sealed class PlaceTakenException(Exception inner) : Exception("There is a subscription to this topic in this place.", inner);
