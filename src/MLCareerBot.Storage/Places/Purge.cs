using System.Data.Common;
using Dapper;
using NodaTime;

namespace MLCareerBot.Storage.Places;

/// <summary>Deletes what is past its time: each kind in a transaction of its own, by one instance at a time.</summary>
internal sealed class Purge(Database database)
{
    // The row that whoever is purging locks; the others leave it out.
    private const string LockName = "purge";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO setting (name, value) VALUES (@LockName, '') ON CONFLICT DO NOTHING", new { LockName }, transaction),
            isDone: null,
            cancellationToken);
        var rows = 0;
        foreach (var kind in PurgeSql.Kinds)
        {
            rows += await database.WriteAsync(
                (connection, transaction) => PurgeAsync(connection, transaction, kind), isDone: null, cancellationToken);
        }

        return rows;
    }

    private async Task<int> PurgeAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> kind)
    {
        if (await connection.QueryFirstOrDefaultAsync<string>(
            $"SELECT name FROM setting WHERE name = @LockName {database.SkipLocked}", new { LockName }, transaction) is null)
        {
            return 0;
        }

        var before = Before(await database.NowAsync(connection, default));
        var rows = 0;
        foreach (var statement in kind)
        {
            rows += await connection.ExecuteAsync(statement, before, transaction);
        }

        return rows;
    }

    // Whole periods before now, and the date of the oldest deliveries, on the safe side of all zones.
    private static object Before(Instant now) => new
    {
        Day = Stored.Of(now - Duration.FromDays(1)),
        Week = Stored.Of(now - Duration.FromDays(7)),
        TwoWeeks = Stored.Of(now - Duration.FromDays(14)),
        Month = Stored.Of(now - Duration.FromDays(30)),
        Year = Stored.Of(now - Duration.FromDays(400)),
        Date = Stored.Of((now - Duration.FromDays(401)).InUtc().Date),
    };
}
