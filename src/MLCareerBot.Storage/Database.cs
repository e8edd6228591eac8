using System.Data.Common;
using NodaTime;

namespace MLCareerBot.Storage;

/// <summary>
/// The database behind the stores: SQLite or PostgreSQL. It opens with the first use; every call may throw
/// <see cref="Memory.StoreUnavailableException"/> and, before it is open, <see cref="Memory.StoreUnusableException"/>.
/// </summary>
internal abstract class Database
{
    /// <summary>What follows a SELECT whose rows are to be locked, those locked by others left out; empty where there is one writer.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// What stands after FROM to select from many rows in one parameter: a table <c>given</c> made of the JSON array
    /// <c>@Given</c>; see <see cref="GivenRows"/>.
    /// </summary>
    /// <param name="columns">Names and types of the columns: <c>id text, fence bigint</c>.</param>
    public abstract string Given(string columns);

    /// <summary>The time that leases and due times are compared with, on a connection in use: the server's where instances share it.</summary>
    public abstract ValueTask<Instant> NowAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads, outside of any transaction.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>
    /// Writes in one transaction, and again from the start where the database asks for that (serialization failures, deadlocks, a busy file).
    /// </summary>
    /// <param name="work">The statements; anything but statements may be done twice.</param>
    /// <param name="isDone">
    /// Looks whether it was done, where the connection broke while committing: SQL that reads nothing but what is there now.
    /// Null for work that may be done again without harm; it is then done again.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract Task<T> WriteAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken);
}
