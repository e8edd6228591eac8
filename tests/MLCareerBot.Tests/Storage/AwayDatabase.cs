using System.Data.Common;
using MLCareerBot.Memory;
using MLCareerBot.Storage;

namespace MLCareerBot.Tests.Storage;

/// <summary>A database that goes away and comes back as it is told.</summary>
internal sealed class AwayDatabase(Database inner) : PassingDatabase(inner)
{
    private volatile bool _isAway;

    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    protected override Task<T> ReadOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        IsAway ? Task.FromException<T>(Gone()) : base.ReadOpenAsync(work, cancellationToken);

    protected override Task<T> SnapshotOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        IsAway ? Task.FromException<T>(Gone()) : base.SnapshotOpenAsync(work, cancellationToken);

    protected override Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken) =>
        IsAway ? Task.FromException<T>(Gone()) : base.WriteOpenAsync(work, isDone, cancellationToken);

    private static StoreUnavailableException Gone() => new("The database is away.");
}
