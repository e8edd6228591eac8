using System.Net.Sockets;
using MLCareerBot.Memory;
using Npgsql;

namespace MLCareerBot.Storage.Postgres;

/// <summary>What PostgreSQL's errors mean: https://www.postgresql.org/docs/current/errcodes-appendix.html.</summary>
internal static class PostgresFaults
{
    /// <summary>Two transactions were in each other's way, and one was sent back.</summary>
    public static bool MayGoWellNextTime(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>The connection broke: the server said neither yes nor no.</summary>
    public static bool MayHaveCommitted(Exception exception) =>
        exception is IOException or TimeoutException or NpgsqlException and not PostgresException || exception is PostgresException { Severity: "FATAL" or "PANIC" };

    /// <summary>Null for what is a mistake in a statement of ours.</summary>
    public static Exception? Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            Unusable("PostgreSQL does not let the bot in. Set Username and Password in Storage:ConnectionString.", exception),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            Unusable("PostgreSQL has no such database. Make it with createdb, or name another in Storage:ConnectionString.", exception),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            Unusable("The bot's user may not use this database. Make it the database's owner.", exception),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            Unavailable("PostgreSQL's disk is full. Make room; nothing that was stored is lost.", exception),
        PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] or ['5', '8', ..] } or PostgresException { Severity: "FATAL" or "PANIC" } => Unreachable(exception),
        PostgresException failure => MayGoWellNextTime(failure) ? Unreachable(exception) : null,
        NpgsqlException or SocketException or IOException or TimeoutException or CommitLostException => Unreachable(exception),
        _ => null,
    };

    private static StoreUnavailableException Unreachable(Exception exception) => Unavailable("PostgreSQL does not answer.", exception);

    private static StoreUnavailableException Unavailable(string message, Exception exception) => new(message, exception);

    private static StoreUnusableException Unusable(string message, Exception exception) => new(message, exception);
}
