using System.Data.Common;
using System.Text.Json;
using Dapper;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Storage.People;

/// <summary>Everything about one person, in whatever table it is.</summary>
internal sealed class PersonalData(Database database) : IPersonalData
{
    private const string Own = "platform = @Platform AND conversation = @Direct";

    private const string SummarySql = $"""
        SELECT
            CAST((SELECT COUNT(*) FROM subscription WHERE {Own}) AS INTEGER) AS Subscriptions,
            CAST((SELECT COUNT(*) FROM delivery WHERE subscription IN (SELECT id FROM subscription WHERE {Own})) AS INTEGER) AS Deliveries,
            CAST((SELECT COUNT(*) FROM progress WHERE platform = @Platform AND person = @User) AS INTEGER) AS Steps,
            CAST((SELECT COUNT(*) FROM inbox WHERE platform = @Platform AND person = @User) AS INTEGER) AS Questions,
            CAST((SELECT COUNT(*) FROM subscription WHERE platform = @Platform AND owner = @User AND conversation <> @Direct) AS INTEGER) AS SetUp
        """;

    // What a clock that was fast has dated after the deletion goes with it all the same.
    private const string NewestSql = $"""
        SELECT COALESCE(MAX(at), 0) FROM (
            SELECT created AS at FROM subscription WHERE platform = @Platform AND (conversation = @Direct OR owner = @User)
            UNION ALL SELECT set_at FROM progress WHERE platform = @Platform AND person = @User
            UNION ALL SELECT received_at FROM inbox WHERE platform = @Platform AND person = @User) AS theirs
        """;

    private static readonly (string Name, string Sql, (string Column, Type Type)[] Words)[] Exported =
    [
        ("tips", $"SELECT zone, local_time, days, topic, paused_until, next_date, state, direct_channel FROM subscription WHERE {Own}", [("days", typeof(Weekdays)), ("state", typeof(SubscriptionState))]),
        ("delivered", $"SELECT local_date, tip, state FROM delivery WHERE subscription IN (SELECT id FROM subscription WHERE {Own}) ORDER BY local_date", [("state", typeof(DeliveryState))]),
        ("progress", "SELECT step, status FROM progress WHERE platform = @Platform AND person = @User ORDER BY step", [("status", typeof(StepStatus))]),
        ("waiting_messages", "SELECT contents, received_at FROM inbox WHERE platform = @Platform AND person = @User ORDER BY received_at", []),
        ("channels_set_up", "SELECT conversation, zone, local_time, topic FROM subscription WHERE platform = @Platform AND owner = @User AND conversation <> @Direct", []),
    ];

    private static readonly string[] Deletions =
    [
        $"DELETE FROM notice WHERE EXISTS (SELECT 1 FROM subscription WHERE {Own} AND created <= @Until AND notice.notice_key LIKE '%' || subscription.id || '%')",
        $"DELETE FROM subscription WHERE {Own} AND created <= @Until",
        "UPDATE subscription SET owner = NULL WHERE platform = @Platform AND owner = @User AND created <= @Until",
        "DELETE FROM progress WHERE platform = @Platform AND person = @User AND set_at <= @Until",
        "DELETE FROM inbox WHERE platform = @Platform AND person = @User AND received_at <= @Until",
    ];

    public Task<PersonalSummary> SummaryAsync(Person person, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => SummaryAsync(connection, person, transaction: null), cancellationToken);

    public Task<string> ExportAsync(Person person, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var export = new Dictionary<string, object>(StringComparer.Ordinal) { ["platform"] = person.Platform, ["user"] = person.User };
            foreach (var (name, sql, words) in Exported)
            {
                export[name] = (await connection.QueryAsync(sql, ValuesOf(person))).Select(row => InWords(row, words)).ToList();
            }

            return JsonSerializer.Serialize(export);
        },
        cancellationToken);

    public Task<PersonalSummary> DeleteAsync(Person person, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var summary = await SummaryAsync(connection, person, transaction);
            var newest = Stored.Instant(await connection.ExecuteScalarAsync<long>(NewestSql, ValuesOf(person), transaction));
            await DeleteAsync(connection, transaction, person, Instant.MaxValue);
            await Tombstones.AddAsync(connection, transaction, person, Instant.Max(newest, await database.NowAsync(connection, default)));
            return summary;
        },
        isDone: null,
        cancellationToken);

    /// <summary>Deletes everything about somebody, within a transaction.</summary>
    /// <param name="connection">Of the transaction.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="person">Whose.</param>
    /// <param name="until">What came later stays.</param>
    internal static async Task DeleteAsync(DbConnection connection, DbTransaction transaction, Person person, Instant until)
    {
        foreach (var sql in Deletions)
        {
            await connection.ExecuteAsync(sql, ValuesOf(person, until), transaction);
        }
    }

    // Numbers that stand for words are ours, and say nothing to a person.
    private static Dictionary<string, object> InWords(IDictionary<string, object> row, (string Column, Type Type)[] words)
    {
        var readable = new Dictionary<string, object>(row, StringComparer.Ordinal);
        foreach (var (column, type) in words)
        {
            readable[column] = $"{Enum.ToObject(type, row[column])}";
        }

        return readable;
    }

    private static async Task<PersonalSummary> SummaryAsync(DbConnection connection, Person person, DbTransaction? transaction)
    {
        var (subscriptions, deliveries, steps, questions, setUp) = await connection.QuerySingleAsync<(int, int, int, int, int)>(SummarySql, ValuesOf(person), transaction);
        return new(subscriptions, deliveries, steps, questions, setUp);
    }

    private static object ValuesOf(Person person) => ValuesOf(person, Instant.MaxValue);

    private static object ValuesOf(Person person, Instant until) =>
        new { person.Platform, User = Stored.Text(person.User), Direct = Stored.Text(person.Direct.Conversation), Until = Stored.Of(until) };
}
