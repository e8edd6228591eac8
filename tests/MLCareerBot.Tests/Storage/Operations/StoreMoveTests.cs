using Dapper;
using MLCareerBot.Memory;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage.Operations;

/// <summary>All that is remembered goes to a file and comes back, between any two databases.</summary>
public abstract class StoreMoveTests : StoreTest
{
    private const string Hostile = "'; DROP TABLE delivery; --\n\"ünï\u2028\U0001F600";

    private readonly string _folder = Directory.CreateTempSubdirectory("mlcareerbot-move-").FullName;

    private protected StoreMoveTests(FreshStore store)
        : base(store)
    {
    }

    private string Export => Path.Combine(_folder, "export.jsonl");

    /// <inheritdoc/>
    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return base.DisposeAsync();
    }

    [StoreFact]
    public async Task What_Went_Out_Comes_In_Without_Leases()
    {
        await FillAsync();
        await using var other = new FreshSqlite();

        var written = await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        var read = await new StoreMove(other.Database).ImportAsync(Export, replaces: false, new Progress<double>(), default);
        var again = Path.Combine(_folder, "again.jsonl");
        await new StoreMove(other.Database).ExportAsync(again, new Progress<double>(), default);

        Assert.Equal((5, 5), (written, read));
        Assert.Equal(await LinesAsync(Export), await LinesAsync(again));
        Assert.DoesNotContain("lease", await File.ReadAllTextAsync(Export), StringComparison.Ordinal);
        Assert.Equal([Export, again], Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Every_Table_Of_The_Schema_Is_Moved()
    {
        await using var other = new FreshSqlite();

        var tables = await other.Database.ReadAsync(
            connection => connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_migration' AND name NOT LIKE 'sqlite_%'"), default);

        Assert.Equal(tables.Order(StringComparer.Ordinal), StoreFile.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task A_File_Of_The_Other_Database_Is_Read()
    {
        await using var other = new FreshSqlite();
        await FillAsync(other.Database);
        await new StoreMove(other.Database).ExportAsync(Export, new Progress<double>(), default);

        await new StoreMove(Database).ImportAsync(Export, replaces: false, new Progress<double>(), default);

        Assert.Equal(Hostile, await ScalarAsync<string>("SELECT words FROM remark"));
        Assert.Equal(1, await ScalarAsync<int>("SELECT COUNT(*) FROM subscription WHERE lease_until IS NULL AND fence = 7"));
    }

    [StoreFact]
    public async Task A_Store_In_Use_Takes_No_Import()
    {
        await FillAsync();
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => new StoreMove(Database).ImportAsync(Export, replaces: false, new Progress<double>(), default));

        Assert.StartsWith("The store is in use already", refusal.Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_Backup_In_Place_Of_What_There_Is_Knows_Which_Tips_Came_And_Which_Messages_Arrived()
    {
        await FillAsync();
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        await ExecuteAsync("UPDATE delivery SET state = 2, tip = 'since'");
        await ExecuteAsync("UPDATE inbox SET event_key = 'since', main_key = 'since'");
        await ExecuteAsync("DELETE FROM remark");
        await ExecuteAsync("INSERT INTO progress VALUES ('test', 'ana', 'A1', 2, 0)");

        var read = await new StoreMove(Database).ImportAsync(Export, replaces: true, new Progress<double>(), default);

        Assert.Equal(5, read);
        Assert.Equal("since", await ScalarAsync<string>("SELECT tip FROM delivery WHERE state = 2 AND subscription = 'a'"));
        Assert.Equal("since", await ScalarAsync<string>("SELECT event_key FROM inbox"));
        Assert.Equal(Hostile, await ScalarAsync<string>("SELECT words FROM remark"));
        Assert.Equal(0, await ScalarAsync<int>("SELECT COUNT(*) FROM progress"));
    }

    [StoreFact]
    public async Task No_Tip_Comes_Again_Where_The_Order_Was_Placed_Anew_Since()
    {
        await FillAsync();
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        await ExecuteAsync("DELETE FROM delivery");
        await ExecuteAsync("UPDATE subscription SET id = 'b'");
        await ExecuteAsync("INSERT INTO delivery (subscription, local_date, delivery_key, state, attempts, reserved_at) VALUES ('b', '2026-11-27', 'since', 2, 1, 0)");

        await new StoreMove(Database).ImportAsync(Export, replaces: true, new Progress<double>(), default);

        Assert.Equal("a", await ScalarAsync<string>("SELECT id FROM subscription"));
        Assert.Equal("since", await ScalarAsync<string>("SELECT delivery_key FROM delivery WHERE subscription = 'a' AND local_date = '2026-11-27'"));
    }

    [StoreFact]
    public async Task No_Tip_Comes_Again_Where_A_Person_Chose_Another_Topic_Since()
    {
        await FillAsync();
        await ExecuteAsync("UPDATE subscription SET conversation = '@ana'");
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        await ExecuteAsync("UPDATE subscription SET topic = 'salary'");
        await ExecuteAsync("INSERT INTO delivery (subscription, local_date, delivery_key, state, attempts, reserved_at) VALUES ('a', '2026-11-27', 'since', 2, 1, 0)");

        await new StoreMove(Database).ImportAsync(Export, replaces: true, new Progress<double>(), default);

        Assert.Equal("since", await ScalarAsync<string>("SELECT delivery_key FROM delivery WHERE local_date = '2026-11-27'"));
    }

    [StoreFact]
    public async Task A_Place_That_Was_Left_Since_Counts_As_Left()
    {
        await FillAsync();
        await ExecuteAsync("UPDATE subscription SET workspace = 'bootcamp'");
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        await ExecuteAsync("INSERT INTO departure (platform, workspace, left_at) VALUES ('test', 'bootcamp', 7)");

        await new StoreMove(Database).ImportAsync(Export, replaces: true, new Progress<double>(), default);

        Assert.Equal(1, await ScalarAsync<int>("SELECT COUNT(*) FROM departure"));
        Assert.Equal(1, await ScalarAsync<int>("SELECT COUNT(*) FROM subscription WHERE state = 4 AND state_since = 7"));
    }

    [StoreFact]
    public async Task In_Place_Of_Nothing_All_Of_A_Backup_Comes_In()
    {
        await FillAsync();
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        await using var other = new FreshSqlite();

        await new StoreMove(other.Database).ImportAsync(Export, replaces: true, new Progress<double>(), default);

        Assert.Equal(1, await other.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM inbox"), default));
    }

    [StoreFact]
    public async Task The_Later_Of_Two_Deletions_Counts()
    {
        await ExecuteAsync("INSERT INTO tombstone VALUES ('hash', 9)");
        await new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default);
        await ExecuteAsync("UPDATE tombstone SET deleted_at = 5");

        await new StoreMove(Database).ImportAsync(Export, replaces: true, new Progress<double>(), default);

        Assert.Equal(9, await ScalarAsync<long>("SELECT deleted_at FROM tombstone"));
    }

    [StoreFact]
    public async Task What_Is_Wrong_In_A_Backup_Leaves_What_There_Is()
    {
        await FillAsync();
        await File.WriteAllTextAsync(Export, """{"format":"mlcareerbot-store","schema":1,"rows":2}""");

        await Assert.ThrowsAsync<InvalidDataException>(() => new StoreMove(Database).ImportAsync(Export, replaces: true, new Progress<double>(), default));

        Assert.Equal(1, await ScalarAsync<int>("SELECT COUNT(*) FROM delivery"));
        Assert.Equal(1, await ScalarAsync<int>("SELECT COUNT(*) FROM inbox"));
    }

    [StoreFact]
    public async Task A_File_That_Is_There_Is_Not_Written_Over()
    {
        await File.WriteAllTextAsync(Export, "mine");
        await Database.OpenAsync(default);

        await Assert.ThrowsAsync<InvalidDataException>(() => new StoreMove(Database).ExportAsync(Export, new Progress<double>(), default));

        Assert.Equal("mine", await File.ReadAllTextAsync(Export));
    }

    [StoreFact]
    public async Task What_Is_Wrong_In_A_File_Is_Named_With_Its_Line_And_Nothing_Is_Kept()
    {
        const string Header = """{"format":"mlcareerbot-store","schema":1,"rows":2}""";
        const string Good = """{"table":"quarantine","tip":"a","since":1}""";
        (string Text, string Fault)[] files =
        [
            ("", ":1: This is no export of a store."),
            ("{}", ":1: This is no export of a store."),
            ("nonsense", ":1: This is no JSON object."),
            ("[]", ":1: This is no JSON object."),
            (Header.Replace("\"schema\":1", "\"schema\":99", StringComparison.Ordinal), ":1: A newer MLCareerBot wrote this"),
            ($"{Header}\n{Good}\n{{\"table\":\"sqlite_master\"}}", ":3: The table is not one of the store's."),
            ($"{Header}\n{Good}\n{{\"table\":\"progress\",\"x) --\":1}}", ":3: The table progress has no such column."),
            ($"{Header}\n{Good}\n{{\"table\":\"subscription\",\"lease_until\":1}}", ":3: The table subscription has no such column."),
            ($"{Header}\n{Good}\n{{\"table\":\"quarantine\",\"tip\":{{}}}}", ":3: A value is neither a text nor a whole number."),
            ($"{Header}\n{Good}\n{{\"table\":\"progress\",\"platform\":null}}", ":3: The row does not fit the table progress"),
            ($"{Header}\n{Good}\n{{\"table\":\"progress\"}}", ":3: The row does not fit the table progress"),
            ($"{Header}\n{Good}", ":3: The file ends after 1 of 2 rows."),
        ];

        foreach (var (text, fault) in files)
        {
            await File.WriteAllTextAsync(Export, text);
            var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => new StoreMove(Database).ImportAsync(Export, replaces: false, new Progress<double>(), default));
            Assert.StartsWith($"{Export}{fault}", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, await ScalarAsync<int>("SELECT COUNT(*) FROM quarantine"));
    }

    private protected static async Task FillAsync(Database database)
    {
        string[] rows =
        [
            """
            INSERT INTO subscription (id, platform, conversation, zone, local_time, days, state, state_since, strikes, next_date, next_due, zone_version, created, fence, version, lease_until, lease_owner)
            VALUES ('a', 'test', 'c', 'UTC', '09:00', 127, 0, 0, 0, '2026-11-26', 9007199254740993, 'x', 0, 7, 1, 5, 'me')
            """,
            "INSERT INTO delivery (subscription, local_date, delivery_key, state, attempts, reserved_at) VALUES ('a', '2026-11-26', 'k', 1, 1, 0)",
            "INSERT INTO remark (id, platform, words, made_at) VALUES ('r', 'test', @Hostile, 3)",
            "INSERT INTO setting (name, value) VALUES ('key', 'secret')",
            "INSERT INTO inbox (platform, event_key, main_key, state, received_at, fence, lease_until) VALUES ('test', 'e', 'e', 2, 0, 1, 5)",
        ];
        foreach (var row in rows)
        {
            await database.WriteAsync((connection, transaction) => connection.ExecuteAsync(row, new { Hostile }, transaction), isDone: null, default);
        }
    }

    private Task FillAsync() => FillAsync(Database);

    private static async Task<IEnumerable<string>> LinesAsync(string file) => (await File.ReadAllLinesAsync(file)).Order(StringComparer.Ordinal);
}

/// <summary>On SQLite.</summary>
public sealed class SqliteStoreMoveTests() : StoreMoveTests(new FreshSqlite())
{
    [Fact]
    public async Task An_Export_Is_Made_Beside_The_Program_That_Has_It_Open_And_For_Its_Owner_Alone()
    {
        await FillAsync(Database);
        var file = Path.Combine(((FreshSqlite)Store).Folder, "export.jsonl");
        var beside = new FreshSqlite(((FreshSqlite)Store).Folder);

        Assert.Equal(5, await new StoreMove(beside.Database).ExportAsync(file, new Progress<double>(), default));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Where_Nothing_Is_Stored_No_File_Is_Made()
    {
        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => new StoreMove(Database).ExportAsync("unused", new Progress<double>(), default));

        Assert.StartsWith("Nothing is stored yet", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(((FreshSqlite)Store).Folder));
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresStoreMoveTests() : StoreMoveTests(new FreshPostgres());
