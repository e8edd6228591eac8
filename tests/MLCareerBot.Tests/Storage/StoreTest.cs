using System.Data.Common;
using Dapper;
using MLCareerBot.Storage;

namespace MLCareerBot.Tests.Storage;

/// <summary>
/// What tests of a store stand on. Facts that hold for both databases stand once, in an abstract class, as <see cref="StoreFactAttribute"/>;
/// two sealed ones name the database: <c>SqliteXTests() : XTests(new FreshSqlite())</c> and <c>PostgresXTests() : XTests(new FreshPostgres())</c>.
/// </summary>
public abstract class StoreTest : IAsyncLifetime
{
    private protected StoreTest(FreshStore store) => Store = store;

    internal FreshStore Store { get; }

    internal Database Database => Store.Database;

    internal FakeClock Clock => Store.Clock;

    /// <inheritdoc/>
    public Task InitializeAsync() => Store.StartAsync();

    /// <inheritdoc/>
    public virtual Task DisposeAsync() => Store.DisposeAsync().AsTask();

    internal Task<int> ExecuteAsync(string sql, object? values = null) => Database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(sql, values, transaction), isDone: null, default);

    internal Task<T?> ScalarAsync<T>(string sql, object? values = null) => Database.ReadAsync(
        (DbConnection connection) => connection.ExecuteScalarAsync<T>(sql, values), default);
}
