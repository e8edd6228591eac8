using Microsoft.Extensions.Options;
using MLCareerBot.Memory;
using MLCareerBot.Operations;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Storage.Sqlite;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage.Operations;

/// <summary>What <c>doctor</c> says of the store.</summary>
public abstract class StoreCheckTests : StoreTest
{
    private protected StoreCheckTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task A_Store_That_Works_Is_Good()
    {
        await Database.OpenAsync(default);

        var finding = await CheckAsync();

        Assert.Equal(FindingKind.Good, finding.Kind);
        Assert.EndsWith("holds 0 subscriptions; its schema is number 2, as it should be.", finding.Text, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_Newer_Schema_Is_Bad()
    {
        await ExecuteAsync("INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (99, 'later', 'x', 0)");

        Assert.Equal(FindingKind.Bad, (await CheckAsync()).Kind);
    }

    internal async Task<Finding> CheckAsync(bool isOffline = false, string provider = "sqlite") =>
        await new StoreCheck(Database, Options.Create(new StorageOptions { Provider = provider })).CheckAsync(isOffline, default).SingleAsync();
}

/// <summary>On SQLite.</summary>
public sealed class SqliteStoreCheckTests() : StoreCheckTests(new FreshSqlite())
{
    [Fact]
    public async Task Where_There_Is_None_None_Is_Made()
    {
        Assert.StartsWith("Nothing is remembered yet", (await CheckAsync()).Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(((FreshSqlite)Store).Folder));
    }

    [Fact]
    public async Task A_Folder_In_The_Place_Of_The_File_Is_Bad()
    {
        Directory.CreateDirectory(((FreshSqlite)Store).Path);

        var finding = await CheckAsync();

        Assert.Equal((FindingKind.Bad, $"{((FreshSqlite)Store).Path} is a folder. Set Storage:ConnectionString to a file."), (finding.Kind, finding.Text));
    }

    [Fact]
    public async Task A_Folder_That_Is_A_File_Is_Bad()
    {
        var file = Path.Combine(((FreshSqlite)Store).Folder, "file");
        await File.WriteAllTextAsync(file, "");
        using var database = new SqliteDatabase(new(Path.Combine(file, "memory.db")), Clock);

        var finding = await new StoreCheck(database, Options.Create(new StorageOptions())).CheckAsync(isOffline: false, default).SingleAsync();

        Assert.Equal(FindingKind.Bad, finding.Kind);
        Assert.Contains("cannot be written to", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Keeps_The_Running_Program_From_It_Is_Said()
    {
        using var other = new FreshSqlite(((FreshSqlite)Store).Folder).Database;
        await other.OpenAsync(default);
        await Assert.ThrowsAsync<StoreUnusableException>(() => Database.OpenAsync(default));

        var finding = await CheckAsync();

        Assert.Equal(FindingKind.Bad, finding.Kind);
        Assert.StartsWith("Another MLCareerBot has", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_File_That_Is_Something_Else_Is_Bad_And_Stays()
    {
        var path = ((FreshSqlite)Store).Path;
        await File.WriteAllTextAsync(path, new string('x', 5000));

        var finding = await CheckAsync();

        Assert.Equal(FindingKind.Bad, finding.Kind);
        Assert.Contains("is damaged", finding.Text, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(path).Length);
    }
}

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresStoreCheckTests() : StoreCheckTests(new FreshPostgres())
{
    [PostgresFact]
    public async Task Offline_A_Server_Is_Not_Asked()
    {
        var finding = await CheckAsync(isOffline: true, provider: "postgres");

        Assert.Equal(FindingKind.Note, finding.Kind);
        Assert.Contains("was not asked", finding.Text, StringComparison.Ordinal);
    }
}
