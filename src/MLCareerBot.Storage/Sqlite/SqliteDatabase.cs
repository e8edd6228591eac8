using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using MLCareerBot.Storage.Migrations;
using NodaTime;
using NodaTime.Extensions;
using SQLitePCL;

namespace MLCareerBot.Storage.Sqlite;

/// <summary>One file on this machine, for one process. There is one writer at a time; readers go beside it.</summary>
/// <param name="file">The file.</param>
/// <param name="clock">The clock that due times and leases are compared with.</param>
internal sealed class SqliteDatabase(SqliteFile file, TimeProvider clock) : Database
{
    private readonly SemaphoreSlim _turn = new(1);
    private FileStream? _lock;
    private SqliteConnection? _writer;

    public override bool Exists => File.Exists(file.Path);

    public override string? Hindrance => file.Hindrance();

    public override string Description => $"{file.Path} ({new FileInfo(file.Path).Length / 1024} KB)";

    public override string SkipLocked => "";

    public override string Given(string columns) => GivenRows.OnSqlite(columns);

    public override ValueTask<Instant> NowAsync(DbConnection connection, CancellationToken cancellationToken) => new(clock.GetUtcNow().ToInstant());

    public override async Task<string?> FaultOfAsync(DbConnection connection) => await connection.ExecuteScalarAsync<string>("PRAGMA quick_check(1)") is "ok"
        ? null
        : SqliteFaults.Damaged(file.Path).Message;

    protected override void Close()
    {
        _writer?.Dispose();
        _lock?.Dispose();
        _turn.Dispose();
        using var connection = file.NewConnection();
        SqliteConnection.ClearPool(connection);
    }

    // SQLite's calls block, and their callers may be what reads a socket.
    protected override Task SetUpAsync(CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            _lock ??= file.Lock();
            var writer = file.NewConnection();
            try
            {
                file.Open(writer);
                await using (var transaction = writer.BeginTransaction(deferred: false))
                {
                    await Migrator.ApplyAsync(writer, transaction, clock.GetUtcNow().ToInstant());
                    transaction.Commit();
                }

                _writer = writer;
            }
            catch
            {
                await writer.DisposeAsync();
                throw;
            }
        },
        cancellationToken);

    protected override Task<T> ReadOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await using var connection = file.NewConnection();
            connection.Open();
            return await work(connection);
        },
        cancellationToken);

    protected override Task<T> SnapshotOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await using var connection = file.OpenBeside();
            await connection.ExecuteAsync("BEGIN DEFERRED");
            await Migrator.ExpectCurrentAsync(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_migration'");
            return await work(connection);
        },
        cancellationToken);

    // Nobody else writes to the file, so what did not commit was not done, and there is nothing to look for.
    protected override async Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => WriteInTurnAsync(work), CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override Exception? Translate(Exception exception) => SqliteFaults.Translate(exception, file.Path);

    private async Task<T> WriteInTurnAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work)
    {
        var writer = _writer!; // Open before anything is written.
        var transaction = writer.BeginTransaction(deferred: false);
        try
        {
            var result = await work(writer, transaction);
            transaction.Commit();
            return result;
        }
        finally
        {
            End(writer, transaction);
        }
    }

    // On a full disk, SQLite takes a transaction back by itself; the library would do it once more, and break the connection where there is nothing to take back.
    private static void End(SqliteConnection writer, SqliteTransaction transaction)
    {
        if (writer.State is ConnectionState.Open && transaction.Connection is not null && raw.sqlite3_get_autocommit(writer.Handle) != 0)
        {
            _ = raw.sqlite3_exec(writer.Handle, "BEGIN");
        }

        transaction.Dispose();
        if (raw.sqlite3_get_autocommit(writer.Handle) == 0)
        {
            _ = raw.sqlite3_exec(writer.Handle, "ROLLBACK");
        }
    }
}
