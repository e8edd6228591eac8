using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Storage.Inbox;

/// <summary>The inbox in the database.</summary>
internal sealed class InboxStore(Database database) : IInbox
{
    private static readonly Duration Lease = Duration.FromMinutes(2);

    private readonly InboxSql _sql = new(database);

    // Done again after a commit of which nobody knows, it takes its own row for another's: the event is answered once its
    // lease has run out. Late is better than twice.
    public Task<bool> TryAddAsync(InboxEvent item, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var rows = InboxRow.Of(item, await LeaseUntilAsync(connection));
            var added = (await connection.QueryAsync<string>(_sql.Add, new { Given = GivenRows.Of(rows) }, transaction)).AsList();
            var isNew = added.Count == rows.Count;
            if (!isNew && added.Contains(rows[0].MainKey, StringComparer.Ordinal))
            {
                await connection.ExecuteAsync(InboxSql.Finish, Row(item), transaction);
            }

            return isNew;
        },
        isDone: null,
        cancellationToken);

    public Task<bool> BeginAnswerAsync(InboxEvent item, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
            await connection.ExecuteAsync(InboxSql.BeginAnswer, Row(item, await LeaseUntilAsync(connection)), transaction) > 0,
        isDone: null,
        cancellationToken);

    public Task FinishAsync(InboxEvent item, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(InboxSql.Finish, Row(item), transaction), isDone: null, cancellationToken);

    public async Task<IReadOnlyList<InboxEvent>> TakeOverAsync(string platform, int most, CancellationToken cancellationToken)
    {
        // Most of the time there is nothing, and reading disturbs nobody.
        var some = await database.ReadAsync(async connection => (await RunOutAsync(connection, null, platform, 1)).Count, cancellationToken);
        return some == 0 ? [] : await database.WriteAsync(
            (connection, transaction) => TakeOverAsync(connection, transaction, platform, most), isDone: null, cancellationToken);
    }

    private static object Row(InboxEvent item, long? until = null) =>
        new { item.Platform, Key = Stored.Text(item.Keys[0]), item.Fence, Until = until };

    private async Task<IReadOnlyList<InboxEvent>> TakeOverAsync(DbConnection connection, DbTransaction transaction, string platform, int most)
    {
        var rows = await RunOutAsync(connection, transaction, platform, most);
        var taken = new
        {
            Given = GivenRows.Of(rows.Select(row => new { row.EventKey })),
            Platform = platform,
            Until = await LeaseUntilAsync(connection),
        };
        await connection.ExecuteAsync(_sql.TakeOver, taken, transaction);
        return [.. rows.Select(row => (row with { Fence = row.Fence + 1 }).ToEvent())];
    }

    private async Task<List<InboxRow>> RunOutAsync(DbConnection connection, DbTransaction? transaction, string platform, int most)
    {
        var now = Stored.Of(await database.NowAsync(connection, default));
        return (await connection.QueryAsync<InboxRow>(_sql.RunOut, new { Platform = platform, Now = now, Most = most }, transaction)).AsList();
    }

    private async Task<long> LeaseUntilAsync(DbConnection connection) => Stored.Of(await database.NowAsync(connection, default) + Lease);
}
