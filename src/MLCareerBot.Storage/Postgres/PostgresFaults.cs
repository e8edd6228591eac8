using System.Net.Sockets;
using MLCareerBot.Memory;
using Npgsql;

namespace MLCareerBot.Storage.Postgres;

/// <summary>What PostgreSQL's errors mean: https://www.postgresql.org/docs/current/errcodes-appendix.html.</summary>
internal static class PostgresFaults
{
    // The server goes down, or the session was ended.
    private static readonly string[] Shutdown = [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow];

    /// <summary>
    /// True where others were in the way, or the connection broke at once: the pool may have held one from before the
    /// server was started anew. What ran out of time once is not waited for again.
    /// </summary>
    public static bool IsWorthAnotherTry(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => IsCollision(state) || Array.Exists(Shutdown, code => code == state),
        NpgsqlException => !IsTimeout(exception),
        _ => false,
    };

    /// <summary>True unless the server itself said that it did not commit.</summary>
    public static bool LeavesCommitUnknown(Exception exception) =>
        exception is not PostgresException { SqlState: var state } || Array.Exists(Shutdown, code => code == state);

    /// <summary>Null for what is a mistake in a statement of ours. Neither address nor user is named.</summary>
    public static Exception? Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: var state } => Sentence(state) is { } sentence ? Fault(state, sentence, exception) : null,
        NpgsqlException when IsPoolEmpty(exception) => new StoreUnavailableException("All connections to PostgreSQL are in use; Maximum Pool Size in Storage:ConnectionString allows more.", exception),
        NpgsqlException when IsTimeout(exception) => new StoreUnavailableException("PostgreSQL does not answer in time.", exception),
        NpgsqlException or SocketException or IOException or TimeoutException => new StoreUnavailableException("PostgreSQL cannot be reached.", exception),
        _ => null,
    };

    private static Exception Fault(string state, string sentence, Exception exception) => IsRefusal(state)
        ? new StoreUnusableException(sentence, exception)
        : new StoreUnavailableException(sentence, exception);

    private static string? Sentence(string state) => state switch
    {
        ['2', '8', ..] => "PostgreSQL refuses the user or the password of Storage:ConnectionString.",
        PostgresErrorCodes.InvalidCatalogName => "PostgreSQL has no database of the name in Storage:ConnectionString. Create it, or name another.",
        PostgresErrorCodes.InsufficientPrivilege => "PostgreSQL does not let the bot's user create or use its tables. Grant it the right to.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "PostgreSQL takes no writes at the moment: it may be a standby.",
        PostgresErrorCodes.DiskFull => "PostgreSQL's disk is full. Make room; nothing that was stored is lost.",
        ['5', '3', ..] => "PostgreSQL has no room for another connection, or no memory.",
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => "PostgreSQL does not answer in time.",
        ['0', '8', ..] or ['5', '7', ..] => "PostgreSQL is being stopped or started.",
        ['5', '8', ..] or ['X', 'X', ..] => "PostgreSQL has a fault of its own; its log says more.",
        "25P03" => "PostgreSQL gave up a connection that stood still.",
        _ => IsCollision(state) ? "PostgreSQL has too many changes to the same rows at once." : null,
    };

    private static bool IsRefusal(string state) =>
        state.StartsWith("28", StringComparison.Ordinal) || state is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege;

    private static bool IsCollision(string state) => state is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static bool IsTimeout(Exception exception) => exception.InnerException is TimeoutException;

    // Npgsql has no code for it.
    private static bool IsPoolEmpty(Exception exception) => IsTimeout(exception) && exception.Message.Contains("pool", StringComparison.OrdinalIgnoreCase);
}
