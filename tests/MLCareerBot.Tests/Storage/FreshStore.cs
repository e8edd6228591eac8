using MLCareerBot.Storage;

namespace MLCareerBot.Tests.Storage;

/// <summary>A fresh database that is gone after the test.</summary>
internal abstract class FreshStore : IAsyncDisposable
{
    private readonly List<Database> _open = [];
    private Database? _database;

    public FakeClock Clock { get; init; } = new();

    /// <summary>The store most tests need.</summary>
    public Database Database => _database ??= Open();

    /// <summary>Makes it ready.</summary>
    public virtual Task StartAsync() => Task.CompletedTask;

    /// <summary>Another instance on the same database; SQLite has one at a time, so close the one before.</summary>
    public Database Open()
    {
        var database = New();
        _open.Add(database);
        return database;
    }

    /// <summary>Closes everything that is open, and begins again with what is stored.</summary>
    public Database Reopen()
    {
        CloseAll();
        return _database = Open();
    }

    public async ValueTask DisposeAsync()
    {
        CloseAll();
        await DeleteAsync();
    }

    protected abstract Database New();

    protected abstract Task DeleteAsync();

    private void CloseAll()
    {
        _open.ForEach(database => database.Dispose());
        _open.Clear();
        _database = null;
    }
}
