using Dapper;
using MLCareerBot.Memory;
using MLCareerBot.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage.Sqlite;

/// <summary>A disk that is really full (fault row 16).</summary>
public sealed class FullDiskTests
{
    private const string Add = "INSERT INTO setting (name, value) VALUES (@Name, @Value)";

    [SmallDiskFact]
    public async Task A_Full_Disk_Fails_Cleanly_And_Is_Over_When_There_Is_Room()
    {
        using var disk = new SmallDisk();
        using var database = new SqliteDatabase(new(Path.Combine(disk.Folder, "memory.db")), new FakeClock());
        await AddAsync(database, "a", "");
        var filler = Path.Combine(disk.Folder, "filler");
        Fill(filler);

        var trouble = await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync(database, "b", new string('x', 20_000)));
        Assert.Contains("is full", trouble.Message, StringComparison.Ordinal);
        Assert.Equal(trouble.Message, database.Trouble);
        Assert.Equal(1, await CountAsync(database));

        File.Delete(filler);
        await AddAsync(database, "b", new string('x', 20_000));
        Assert.Null(database.Trouble);
        Assert.Equal(2, await CountAsync(database));
    }

    private static void Fill(string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        while (true)
        {
            try
            {
                stream.Write(block);
            }
            catch (IOException)
            {
                return;
            }
        }
    }

    private static Task<int> AddAsync(SqliteDatabase database, string name, string value) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(Add, new { Name = name, Value = value }, transaction), isDone: null, default);

    private static Task<int> CountAsync(SqliteDatabase database) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM setting"), default);
}
