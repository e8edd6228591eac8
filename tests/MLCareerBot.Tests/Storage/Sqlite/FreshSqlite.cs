using MLCareerBot.Storage;
using MLCareerBot.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage.Sqlite;

/// <summary>A file in a temp folder.</summary>
internal sealed class FreshSqlite(string? folder = null) : FreshStore
{
    public string Folder { get; } = folder ?? Directory.CreateTempSubdirectory("mlcareerbot-store-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "memory.db");

    protected override Database New() => new SqliteDatabase(new(Path), Clock);

    protected override Task DeleteAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
