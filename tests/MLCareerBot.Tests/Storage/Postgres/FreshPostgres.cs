using MLCareerBot.Storage;
using MLCareerBot.Storage.Postgres;

namespace MLCareerBot.Tests.Storage.Postgres;

/// <summary>A database on a real server: the one that tests share, or one that a test may break.</summary>
internal sealed class FreshPostgres(PostgresServer? own = null, int? port = null, string further = "") : FreshStore
{
    private PostgresServer? _server;
    private string? _name;

    /// <summary>Of the fresh database.</summary>
    public string ConnectionString => $"{_server!.ConnectionString(_name!, port)};{further}"; // There after the start.

    public override async Task StartAsync()
    {
        _server = own ?? await PostgresServer.SharedAsync();
        _name = await _server.CreateDatabaseAsync();
    }

    protected override Database New() => new PostgresDatabase(PostgresSource.Open(ConnectionString), Clock);

    protected override Task DeleteAsync() => own is null && _name is not null ? _server!.DropDatabaseAsync(_name) : Task.CompletedTask;
}
