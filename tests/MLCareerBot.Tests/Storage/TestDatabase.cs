using MLCareerBot.Storage;
using MLCareerBot.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage;

/// <summary>A new database of one of the kinds there are.</summary>
internal static class TestDatabase
{
    public const string Sqlite = "SQLite";

    public const string InDoubt = "SQLite, in doubt";

    public static Database Create(string kind) => kind switch
    {
        Sqlite => NewSqlite(),
        InDoubt => new DoubtfulDatabase(NewSqlite()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private static SqliteDatabase NewSqlite() =>
        new(new(Path.Combine(Directory.CreateTempSubdirectory("mlcareerbot-store-").FullName, "memory.db")), TimeProvider.System);
}
