using System.Data;
using System.Data.Common;
using Dapper;
using MLCareerBot.Storage.Migrations;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using Polly;
using Polly.Retry;

namespace MLCareerBot.Storage.Postgres;

/// <summary>A server that several instances share. What it was down for is done by itself once it is back.</summary>
/// <param name="server">Its connections: see <see cref="PostgresSource"/>.</param>
/// <param name="clock">A clock to use instead of the server's, for tests; else null.</param>
internal sealed class PostgresDatabase(NpgsqlDataSource server, TimeProvider? clock = null) : Database
{
    // "MLCB": instances that start together migrate one after the other.
    private const long MigrationLock = 0x4D4C4342;

    private const int MigrationSeconds = 60;

    // The server may not have noticed that a connection broke, and still be at the COMMIT that was sent last: its session is ended, and waited for.
    private const string EndOther = """
        SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity
        WHERE pid = @Process AND pid <> pg_backend_pid() AND usename = current_user AND datname = current_database()
        """;

    private const string ServerTime = "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)";

    // Transactions that others got in the way of, and connections that broke before anything was committed.
    private readonly ResiliencePipeline _again = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<DbException>(PostgresFaults.IsWorthAnotherTry),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(20),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    public override bool Exists => true;

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public override string Description => "PostgreSQL";

    protected override bool ReadingShowsRecovery => true;

    public override string Given(string columns) => GivenRows.OnPostgres(columns);

    public override async ValueTask<Instant> NowAsync(DbConnection connection, CancellationToken cancellationToken) =>
        clock?.GetUtcNow().ToInstant() ?? Stored.Instant(await connection.ExecuteScalarAsync<long>(new(ServerTime, cancellationToken: cancellationToken)));

    // The server looks after its own files.
    public override async Task<string?> FaultOfAsync(DbConnection connection) => await connection.ExecuteScalarAsync<bool>("SELECT pg_is_in_recovery()")
        ? "PostgreSQL takes no writes at the moment: it is a standby."
        : null;

    protected override void Close() => server.Dispose();

    protected override Task SetUpAsync(CancellationToken cancellationToken) => _again.ExecuteAsync(
        async token =>
        {
            await using var connection = await server.OpenConnectionAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(token);
            await connection.ExecuteAsync(new("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock }, transaction, MigrationSeconds, cancellationToken: token));
            await Migrator.ApplyAsync(connection, transaction, await NowAsync(connection, token));
            await transaction.CommitAsync(token);
        },
        cancellationToken).AsTask();

    protected override Task<T> ReadOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => _again.ExecuteAsync(
        async token =>
        {
            await using var connection = await server.OpenConnectionAsync(token);
            return await work(connection);
        },
        cancellationToken).AsTask();

    protected override async Task<T> SnapshotOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await Migrator.ExpectCurrentAsync(connection, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_migration'");
        return await work(connection);
    }

    protected override Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken) =>
        _again.ExecuteAsync(token => new ValueTask<T>(WriteOnceAsync(work, isDone, token)), cancellationToken).AsTask();

    protected override Exception? Translate(Exception exception) => PostgresFaults.Translate(exception);

    private async Task<T> WriteOnceAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var process = connection.ProcessID;
        var result = await work(connection, transaction);
        try
        {
            // Not to be broken off: nobody would know what became of it.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception) when (PostgresFaults.LeavesCommitUnknown(exception))
        {
            if (isDone is null || !await LookAsync(process, isDone, cancellationToken))
            {
                throw;
            }
        }

        return result;
    }

    private async Task<bool> LookAsync(int process, Func<DbConnection, Task<bool>> isDone, CancellationToken cancellationToken)
    {
        await using var connection = await _again.ExecuteAsync(server.OpenConnectionAsync, cancellationToken);
        await connection.ExecuteAsync(EndOther, new { Process = process });
        return await isDone(connection);
    }
}
