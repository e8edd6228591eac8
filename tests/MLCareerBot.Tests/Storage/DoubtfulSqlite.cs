using MLCareerBot.Storage;
using MLCareerBot.Tests.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage;

/// <summary>A file whose every commit is in doubt.</summary>
internal sealed class DoubtfulSqlite : FreshStore
{
    private readonly FreshSqlite _inner = new();

    protected override Database New() => new DoubtfulDatabase(_inner.Open());

    protected override Task DeleteAsync() => _inner.DisposeAsync().AsTask();
}
