using System.Data.Common;
using MLCareerBot.Storage;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>A database in front of another, for one that behaves worse.</summary>
internal abstract class PassingDatabase(Database inner) : Database
{
    public override bool Exists => inner.Exists;

    public override string Description => inner.Description;

    public override string SkipLocked => inner.SkipLocked;

    public override string Given(string columns) => inner.Given(columns);

    public override ValueTask<Instant> NowAsync(DbConnection connection, CancellationToken cancellationToken) => inner.NowAsync(connection, cancellationToken);

    public override Task<string?> FaultOfAsync(DbConnection connection) => inner.FaultOfAsync(connection);

    protected override void Close() => inner.Dispose();

    protected override Task SetUpAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    protected override Task<T> ReadOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => inner.ReadAsync(work, cancellationToken);

    protected override Task<T> SnapshotOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => inner.SnapshotAsync(work, cancellationToken);

    protected override Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken) => inner.WriteAsync(work, isDone, cancellationToken);

    protected override Exception? Translate(Exception exception) => null;
}
