using Microsoft.Data.Sqlite;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Sqlite;

/// <summary>What SQLite's errors mean: https://www.sqlite.org/rescode.html.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>Null for what is a mistake in a statement of ours.</summary>
    public static Exception? Translate(Exception exception, string path) => exception switch
    {
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => Damaged(path, exception),
        SqliteException { SqliteErrorCode: Full } => new StoreUnavailableException($"The disk of {path} is full. Make room; nothing that was stored is lost.", exception),
        SqliteException { SqliteErrorCode: ReadOnly } => new StoreUnavailableException($"{path} may not be written to. Give the bot's user the right to.", exception),
        SqliteException { SqliteErrorCode: Busy or Locked } => new StoreUnavailableException($"Another program keeps {path} locked.", exception),
        SqliteException { SqliteErrorCode: InputOutput or CannotOpen } => new StoreUnavailableException($"{path} cannot be read or written.", exception),
        IOException or UnauthorizedAccessException => new StoreUnavailableException($"{path} cannot be read or written.", exception),
        _ => null,
    };

    public static StoreUnusableException Damaged(string path, Exception? exception = null) => new(
        $"{path} is damaged, or no database of MLCareerBot. Move it away, with its -wal and -shm, and import a backup or begin anew; it was left as it is.", exception);
}
