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

/// <summary>A server that several instances share.</summary>
/// <param name="source">Its connections: see <see cref="PostgresSource"/>.</param>
/// <param name="clock">In place of the server's own clock, for tests; null for that one.</param>
internal sealed class PostgresDatabase(NpgsqlDataSource source, TimeProvider? clock = null) : Database
{
    private const int MostTries = 3;

    // Any number will do that nobody else in this database locks; see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS.
    private const string LockMigrations = "SELECT pg_advisory_xact_lock(4242026)";

    private const string ServerTime = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    private static readonly ResiliencePipeline Again = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<PostgresException>(PostgresFaults.MayGoWellNextTime).Handle<CommitLostException>(),
            MaxRetryAttempts = MostTries - 1,
            Delay = TimeSpan.FromMilliseconds(20),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .Build();

    // Whatever is there is there: nothing is made before the first use but a table or two.
    public override bool Exists => true;

    public override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public override string Given(string columns) => GivenRows.OnPostgres(columns);

    public override async ValueTask<Instant> NowAsync(DbConnection connection, CancellationToken cancellationToken) => clock is not null
        ? clock.GetUtcNow().ToInstant()
        : Stored.Instant(await connection.ExecuteScalarAsync<long>(new(ServerTime, cancellationToken: cancellationToken)));

    protected override void Close() => source.Dispose();

    protected override async Task SetUpAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(LockMigrations, transaction: transaction);
        await Migrator.ApplyAsync(connection, transaction, await NowAsync(connection, cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    protected override async Task<T> ReadOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await work(connection);
    }

    protected override async Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken) =>
        await Again.ExecuteAsync(async token => await WriteOnceAsync(work, isDone, token), cancellationToken);

    protected override Exception? Translate(Exception exception) => PostgresFaults.Translate(exception);

    private async Task<T> WriteOnceAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var result = await work(connection, transaction);
        try
        {
            // Once begun, its end is worth waiting for.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception) when (PostgresFaults.MayHaveCommitted(exception))
        {
            if (isDone is null || !await ReadOpenAsync(isDone, cancellationToken))
            {
                throw new CommitLostException(exception);
            }
        }

        return result;
    }
}

/// <summary>The connection broke while committing, and the work is to be done again.</summary>
internal sealed class CommitLostException(Exception inner) : Exception("The connection to the database broke while committing.", inner);
