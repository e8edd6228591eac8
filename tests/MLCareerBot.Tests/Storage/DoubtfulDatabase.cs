using System.Data.Common;
using MLCareerBot.Storage;

namespace MLCareerBot.Tests.Storage;

/// <summary>A database whose every commit goes through and breaks the connection before it says so.</summary>
internal sealed class DoubtfulDatabase(Database inner) : PassingDatabase(inner)
{
    protected override async Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken)
    {
        var result = await base.WriteOpenAsync(work, isDone, cancellationToken);
        return isDone is not null && await ReadOpenAsync(isDone, cancellationToken) ? result : await base.WriteOpenAsync(work, isDone, cancellationToken);
    }
}
