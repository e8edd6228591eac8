using System.Globalization;
using Dapper;
using MLCareerBot.Memory;
using MLCareerBot.Storage.Migrations;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime.Extensions;

namespace MLCareerBot.Tests.Storage;

/// <summary>What holds for both databases (fault rows 18 and 19 among others).</summary>
public abstract class DatabaseTests : StoreTest
{
    private const string Put = "INSERT INTO setting (name, value) VALUES (@Name, 'x')";

    private protected DatabaseTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task Remembers_What_Was_Written_After_A_New_Start()
    {
        await ExecuteAsync(Put, new { Name = "a" });

        Store.Reopen();

        Assert.Equal(1, await ScalarAsync<int>("SELECT COUNT(*) FROM setting WHERE name = 'a'"));
    }

    [StoreFact]
    public async Task Forgets_All_Of_A_Write_That_Fails_Half_Way()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Database.WriteAsync<int>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(Put, new { Name = "a" }, transaction);
                throw new InvalidTimeZoneException("Half way.");
            },
            isDone: null,
            default));

        Assert.Equal(0, await ScalarAsync<int>("SELECT COUNT(*) FROM setting"));
        await ExecuteAsync(Put, new { Name = "b" });
        Assert.Null(Database.Trouble);
    }

    [StoreFact]
    public async Task Takes_Writes_From_Many_At_Once()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            ExecuteAsync(Put, new { Name = number.ToString(CultureInfo.InvariantCulture) })));

        Assert.Equal(200, await ScalarAsync<int>("SELECT COUNT(*) FROM setting"));
    }

    [StoreFact]
    public async Task Deletes_The_Deliveries_Of_A_Deleted_Subscription()
    {
        await ExecuteAsync("""
            INSERT INTO subscription (id, platform, conversation, zone, local_time, days, state, state_since, strikes, next_date, next_due, zone_version, created, fence, version)
            VALUES ('a', 'test', 'c', 'UTC', '09:00', 127, 0, 0, 0, '2026-11-26', 0, 'x', 0, 0, 1)
            """);
        await ExecuteAsync("INSERT INTO delivery (subscription, local_date, delivery_key, state, attempts, reserved_at) VALUES ('a', '2026-11-26', 'k', 1, 1, 0)");

        await ExecuteAsync("DELETE FROM subscription");

        Assert.Equal(0, await ScalarAsync<int>("SELECT COUNT(*) FROM delivery"));
    }

    [StoreFact]
    public async Task Goes_By_The_Clock_It_Was_Given()
    {
        var now = await Database.ReadAsync(connection => Database.NowAsync(connection, default).AsTask(), default);

        Assert.Equal(Clock.GetUtcNow().ToInstant(), now);
    }

    [StoreFact]
    public async Task Throws_What_A_Mistake_In_A_Statement_Throws_And_Is_Not_In_Trouble()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ExecuteAsync("SELECT nothing FROM nowhere"));

        Assert.Null(Database.Trouble);
    }

    [StoreFact]
    public async Task Refuses_A_Schema_From_A_Newer_Program()
    {
        await ExecuteAsync("INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (@Number, 'later', 'x', 0)", new { Number = Migration.All.Count + 1 });

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => Store.Reopen().OpenAsync(default));

        Assert.Contains("newer MLCareerBot", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(refusal.Message, Database.Trouble);
    }

    [StoreFact]
    public async Task Refuses_A_Schema_Made_By_Other_Steps()
    {
        await ExecuteAsync("UPDATE schema_migration SET checksum = 'x' WHERE number = 1");

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => Store.Reopen().OpenAsync(default));

        Assert.StartsWith("Step 1 of the store's schema", refusal.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_Migration_That_Fails_At_Any_Step_Leaves_Nothing_And_A_New_One_Completes()
    {
        await Database.OpenAsync(default);
        Migration[] steps = [.. Migration.All, .. Enumerable.Range(Migration.All.Count + 1, 3).Select(number => new Migration(number, "step", $"CREATE TABLE step{number} (id INTEGER)"))];
        for (var broken = Migration.All.Count; broken < steps.Length; broken++)
        {
            var halfWay = steps.ToArray();
            halfWay[broken] = halfWay[broken] with { Sql = $"{halfWay[broken].Sql}; INSERT INTO nowhere VALUES (1)" };
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => MigrateAsync(halfWay));
            Assert.Equal(Migration.All.Count, await ScalarAsync<int>("SELECT COUNT(*) FROM schema_migration"));
        }

        await MigrateAsync(steps);
        await MigrateAsync(steps);

        Assert.Equal(steps.Length, await ScalarAsync<int>("SELECT COUNT(*) FROM schema_migration"));
        Assert.Equal(0, await ScalarAsync<int>($"SELECT COUNT(*) FROM step{steps.Length}"));
    }

    [StoreFact]
    public async Task A_Store_Of_The_First_Schema_Is_Brought_Up_To_Date_With_All_That_Is_In_It()
    {
        await Database.OpenAsync(default);
        await ExecuteAsync("ALTER TABLE subscription DROP COLUMN direct_channel");
        await ExecuteAsync("DELETE FROM schema_migration WHERE number > 1");
        await ExecuteAsync("INSERT INTO setting (name, value) VALUES ('a', 'b')");

        await Store.Reopen().OpenAsync(default);

        Assert.Equal(Migration.All.Count, await ScalarAsync<int>("SELECT COUNT(*) FROM schema_migration"));
        Assert.Equal(0, await ScalarAsync<int>("SELECT COUNT(direct_channel) FROM subscription"));
        Assert.Equal("b", await ScalarAsync<string>("SELECT value FROM setting WHERE name = 'a'"));
    }

    private Task<int> MigrateAsync(Migration[] steps) => Database.WriteAsync(
        async (connection, transaction) =>
        {
            await Migrator.ApplyAsync(connection, transaction, Clock.GetUtcNow().ToInstant(), steps);
            return 0;
        },
        isDone: null,
        default);
}

/// <summary>On SQLite.</summary>
public sealed class SqliteDatabaseTests() : DatabaseTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresDatabaseTests() : DatabaseTests(new FreshPostgres());
