using System.Data.Common;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Storage;

/// <summary>
/// The database behind the stores: SQLite or PostgreSQL. It opens with the first use; every call may throw
/// <see cref="StoreUnavailableException"/> and, before it is open, <see cref="StoreUnusableException"/>.
/// </summary>
internal abstract class Database : IStore, IDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private volatile bool _isOpen;
    private volatile string? _trouble;

    public string? Trouble => _trouble;

    public abstract bool Exists { get; }

    /// <summary>Why it cannot be where it is to be, in a sentence; null where it can, or where only a server knows.</summary>
    public virtual string? Hindrance => null;

    /// <summary>What follows a SELECT whose rows are to be locked, those locked by others left out; empty where there is one writer.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>
    /// What stands after FROM to select from many rows in one parameter: a table <c>given</c> made of the JSON array
    /// <c>@Given</c>; see <see cref="GivenRows"/>.
    /// </summary>
    /// <param name="columns">Names and types of the columns: <c>id text, fence bigint</c>.</param>
    public abstract string Given(string columns);

    /// <summary>What it is, for an operator: a path, or no more than the kind of server.</summary>
    public abstract string Description { get; }

    /// <summary>What is damaged or may not be written, in one sentence; else null.</summary>
    public abstract Task<string?> FaultOfAsync(DbConnection connection);

    /// <summary>The time that leases and due times are compared with, on a connection in use: the server's where instances share it.</summary>
    public abstract ValueTask<Instant> NowAsync(DbConnection connection, CancellationToken cancellationToken);

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (!_isOpen)
            {
                await GuardAsync(async () =>
                {
                    await SetUpAsync(cancellationToken);
                    return true;
                });
                _isOpen = true;
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Reads, outside of any transaction.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var result = await GuardAsync(() => ReadOpenAsync(work, cancellationToken));
        _trouble = ReadingShowsRecovery ? null : _trouble;
        return result;
    }

    /// <summary>Reads what is stored at one moment, beside whoever else has it open, and changes nothing: not even an older schema, which is refused.</summary>
    public Task<T> SnapshotAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        GuardAsync(() => SnapshotOpenAsync(work, cancellationToken));

    /// <summary>
    /// Writes in one transaction, and again from the start where the database asks for that (serialization failures, deadlocks, a busy file).
    /// </summary>
    /// <param name="work">The statements; anything but statements may be done twice.</param>
    /// <param name="isDone">
    /// Looks whether it was done, where the connection broke while committing: SQL that reads nothing but what is there now.
    /// Null for work that may be done again without harm; it is then done again.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> WriteAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var result = await GuardAsync(() => WriteOpenAsync(work, isDone, cancellationToken));

        // Of a full disk one can still read, so only what was written shows that it is over.
        _trouble = null;
        return result;
    }

    public void Dispose()
    {
        Close();
        _opening.Dispose();
    }

    /// <summary>True if what can be read can be written, too, as far as anybody knows.</summary>
    protected virtual bool ReadingShowsRecovery => false;

    /// <summary>Lets go of everything.</summary>
    protected abstract void Close();

    /// <summary>Makes it ready for use.</summary>
    protected abstract Task SetUpAsync(CancellationToken cancellationToken);

    /// <inheritdoc cref="ReadAsync"/>
    protected abstract Task<T> ReadOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);

    /// <inheritdoc cref="SnapshotAsync"/>
    protected abstract Task<T> SnapshotOpenAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken);

    /// <inheritdoc cref="WriteAsync"/>
    protected abstract Task<T> WriteOpenAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, Func<DbConnection, Task<bool>>? isDone, CancellationToken cancellationToken);

    /// <summary>What the database's own exception means to others; null for what is a bug of ours.</summary>
    protected abstract Exception? Translate(Exception exception);

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception)
        {
            var known = exception is StoreUnavailableException or StoreUnusableException ? exception : Translate(exception);
            _trouble = known?.Message ?? _trouble;
            if (known is null || known == exception)
            {
                throw;
            }

            throw known;
        }
    }
}
