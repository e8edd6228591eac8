using Dapper;
using Microsoft.Data.Sqlite;
using MLCareerBot.Memory;
using MLCareerBot.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage.Sqlite;

/// <summary>What goes wrong with a file (fault rows 15 to 17).</summary>
public sealed class SqliteFaultTests() : StoreTest(new FreshSqlite())
{
    private const string Add = "INSERT INTO setting (name, value) VALUES (@Name, @Value)";

    private FreshSqlite File => (FreshSqlite)Store;

    [Fact]
    public async Task Makes_Its_File_At_The_First_Use_For_Its_Owner_Alone()
    {
        Assert.False(Database.Exists);
        Assert.False(System.IO.File.Exists(File.Path));

        await AddAsync("a");

        Assert.True(Database.Exists);
        if (!OperatingSystem.IsWindows())
        {
            var files = Directory.GetFiles(File.Folder);
            Assert.Contains($"{File.Path}-wal", files);
            foreach (var file in files)
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task Keeps_A_Second_Program_Out_And_Not_One_That_Comes_After()
    {
        await AddAsync("a");
        using var second = new SqliteDatabase(new(File.Path), Clock);

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => second.OpenAsync(default));
        Database.Dispose();

        Assert.StartsWith("Another MLCareerBot has", refusal.Message, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists($"{File.Path}.lock"));
        await second.OpenAsync(default);
    }

    [Fact]
    public async Task Waits_For_Another_Program_That_Writes()
    {
        await AddAsync("a");
        using var other = new SqliteConnection($"Data Source={File.Path}");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        other.Execute(Add, new { Name = "b", Value = "" }, transaction);

        var waiting = AddAsync("c");
        Assert.Equal(1, await CountAsync());
        Assert.False(waiting.IsCompleted);
        transaction.Commit();
        await waiting;

        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task A_File_That_May_Not_Grow_Fails_Like_A_Full_Disk_Until_There_Is_Room()
    {
        await AddAsync("a");
        await LimitAsync("PRAGMA max_page_count = 1"); // As small as the file is now.

        var trouble = await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync("b", new string('x', 200_000)));
        Assert.Contains("is full", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
        Assert.Equal(trouble.Message, Database.Trouble);

        await LimitAsync("PRAGMA max_page_count = 1000000");
        await AddAsync("b", new string('x', 200_000));
        Assert.Null(Database.Trouble);
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData(0)] // The name at the beginning.
    [InlineData(4096)] // Tables and what is in them.
    [InlineData(3 * 4096)]
    public async Task A_Damaged_File_Is_Refused_And_Left_As_It_Is(int at)
    {
        await AddAsync("a");
        Database.Dispose();
        var bytes = await System.IO.File.ReadAllBytesAsync(File.Path);
        bytes.AsSpan(at, 200).Fill(0xA5);
        await System.IO.File.WriteAllBytesAsync(File.Path, bytes);

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => Store.Reopen().OpenAsync(default));
        Database.Dispose();

        Assert.Contains($"{File.Path} is damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(File.Path));
    }

    [Fact]
    public async Task Another_Programs_Database_Is_Refused_And_Left_As_It_Is()
    {
        await using (var connection = new SqliteConnection($"Data Source={File.Path};Pooling=False"))
        {
            await connection.ExecuteAsync("CREATE TABLE notes (id INTEGER)");
        }

        var bytes = await System.IO.File.ReadAllBytesAsync(File.Path);

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => Database.OpenAsync(default));

        Assert.StartsWith($"{File.Path} is the database of another program.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(File.Path));
    }

    [Fact]
    public void A_Tilde_Is_The_Home() => Assert.Equal(
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "bot", "memory.db"), new SqliteFile("~/bot/memory.db").Path);

    [Fact]
    public async Task A_Folder_In_Place_Of_The_File_Is_Named()
    {
        Directory.CreateDirectory(File.Path);

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => Database.OpenAsync(default));

        Assert.StartsWith($"{File.Path} is a folder.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Folder_That_Cannot_Be_Made_Is_Named()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(File.Folder, "file"), "");
        var path = Path.Combine(File.Folder, "file", "memory.db");
        using var database = new SqliteDatabase(new(path), Clock);

        var refusal = await Assert.ThrowsAsync<StoreUnusableException>(() => database.OpenAsync(default));

        Assert.StartsWith($"The folder of {path} cannot be", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Write_Does_Not_Hold_Up_Who_Reads()
    {
        await AddAsync("a");
        using var end = new SemaphoreSlim(0);
        var writing = Database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(Add, new { Name = "b", Value = "" }, transaction);
                await end.WaitAsync();
                return 0;
            },
            isDone: null,
            default);

        Assert.Equal(1, await CountAsync());
        end.Release();
        await writing;

        Assert.Equal(2, await CountAsync());
    }

    private Task<int> AddAsync(string name, string value = "") => ExecuteAsync(Add, new { Name = name, Value = value });

    // The limit is the writing connection's.
    private Task<int> LimitAsync(string pragma) => ExecuteAsync(pragma);

    private Task<int> CountAsync() => ScalarAsync<int>("SELECT COUNT(*) FROM setting");
}
