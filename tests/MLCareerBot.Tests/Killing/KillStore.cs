using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Memory;
using MLCareerBot.Storage;
using NodaTime;
using Npgsql;

namespace MLCareerBot.Tests.Killing;

/// <summary>A store that is filled by us, used by the programs, and looked into from beside them.</summary>
/// <param name="options">Where it is.</param>
/// <param name="connect">A connection beside the programs'.</param>
internal sealed class KillStore(StorageOptions options, Func<DbConnection> connect) : IKillStore
{
    private string? _first;

    public static KillStore Sqlite(string file) => new(new() { ConnectionString = file }, () => new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False"));

    public static KillStore Postgres(string connectionString) =>
        new(new() { Provider = "postgres", ConnectionString = connectionString }, () => new NpgsqlConnection(connectionString));

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Storage__Provider"] = options.Provider,
        ["Storage__ConnectionString"] = options.ConnectionString ?? "",
    };

    public async Task SeedAsync(IReadOnlyList<Subscription> subscriptions)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(options).BuildServiceProvider();
        var store = services.GetRequiredService<ISubscriptions>();
        foreach (var subscription in subscriptions)
        {
            Assert.True(await store.SaveAsync(subscription, default));
        }

        _first = $"{subscriptions[0].NextDate:uuuu-MM-dd}";
    }

    public Task<int> OpenAsync() => QueryAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM subscription WHERE next_date <= @_first", new { _first }));

    public Task<IReadOnlyList<Delivery>> DeliveriesAsync() => QueryAsync(async connection =>
        (IReadOnlyList<Delivery>)[.. (await connection.QueryAsync<(string Key, int State, int Attempts)>("SELECT delivery_key, state, attempts FROM delivery WHERE local_date = @_first", new { _first }))
            .Select(row => new Delivery { Key = row.Key, State = (DeliveryState)row.State, Attempts = row.Attempts, Date = default, ReservedAt = default })]);

    private async Task<T> QueryAsync<T>(Func<DbConnection, Task<T>> query)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        return await query(connection);
    }
}
