using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Notices;

/// <summary>What was said once, in the database.</summary>
internal sealed class NoticeStore(Database database) : INotices
{
    private const string Begin = "INSERT INTO notice (notice_key, begun_at) VALUES (@Key, @Now) ON CONFLICT DO NOTHING";

    private const string Quarantine = "INSERT INTO quarantine (tip, since) VALUES (@Tip, @Now) ON CONFLICT DO NOTHING";

    public Task<bool> TryBeginAsync(string key, CancellationToken cancellationToken)
    {
        var begin = new { Key = Stored.Text(key), Now = 0L };
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                begin = begin with { Now = await NowAsync(connection) };
                return await connection.ExecuteAsync(Begin, begin, transaction) > 0;
            },
            async connection => await connection.ExecuteScalarAsync<int>(
                "SELECT COUNT(*) FROM notice WHERE notice_key = @Key AND begun_at = @Now", begin) > 0,
            cancellationToken);
    }

    public Task QuarantineAsync(string tip, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
            await connection.ExecuteAsync(Quarantine, new { Tip = Stored.Text(tip), Now = await NowAsync(connection) }, transaction),
        isDone: null,
        cancellationToken);

    public Task<IReadOnlySet<string>> QuarantinedAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlySet<string>>(
        async connection => (await connection.QueryAsync<string>("SELECT tip FROM quarantine")).ToHashSet(StringComparer.Ordinal),
        cancellationToken);

    private async Task<long> NowAsync(DbConnection connection) => Stored.Of(await database.NowAsync(connection, default));
}
