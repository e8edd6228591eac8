using System.Net;
using Dapper;
using MLCareerBot.Fakes;
using MLCareerBot.Memory;
using MLCareerBot.Storage;

namespace MLCareerBot.Tests.Storage.Postgres;

/// <summary>What goes wrong between the bot and a PostgreSQL that others use, too (fault rows 9 to 14).</summary>
public sealed class PostgresFaultTests : IAsyncLifetime
{
    private const string Add = "INSERT INTO setting (name, value) VALUES (@Name, 'x')";

    private TcpProxy? _proxy;
    private FreshPostgres? _store;

    private TcpProxy Proxy => _proxy!; // Both are there after the start.

    private Database Database => _store!.Database;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (PostgresServer.Missing is not null)
        {
            return;
        }

        _proxy = ProxyTo((await PostgresServer.SharedAsync()).Port);
        _store = StoreBehind(_proxy);
        await _store.StartAsync();
        await Database.OpenAsync(default);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_store is not null && _proxy is not null)
        {
            await _store.DisposeAsync();
            await _proxy.DisposeAsync();
        }
    }

    [PostgresTheory]
    [InlineData(TcpProxy.Cut.Before, true)]
    [InlineData(TcpProxy.Cut.After, true)]
    [InlineData(TcpProxy.Cut.Before, false)]
    public async Task A_Connection_Cut_At_Commit_Is_Done_Once(TcpProxy.Cut cut, bool looks)
    {
        var tries = 0;
        CutNextCommit(cut);

        var result = await Database.WriteAsync(
            async (connection, transaction) =>
            {
                tries++;
                await connection.ExecuteAsync(Add, new { Name = "a" }, transaction);
                return "done";
            },
            looks ? async connection => await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM setting") > 0 : null,
            default);

        Assert.Equal("done", result);
        Assert.Equal(cut is TcpProxy.Cut.After ? 1 : 2, tries);
        Assert.Equal(1, await CountAsync());
        Assert.Null(Database.Trouble);
    }

    [PostgresFact]
    public async Task A_Frozen_Connection_Is_Given_Up_And_Works_Again_When_It_Thaws()
    {
        Proxy.Freeze();
        var trouble = await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync("a"));
        Assert.Equal("PostgreSQL does not answer in time.", trouble.Message);
        Assert.Equal(trouble.Message, Database.Trouble);

        Proxy.Thaw();
        await AddAsync("b");

        Assert.Null(Database.Trouble);
    }

    [PostgresFact]
    public async Task Connections_That_Died_In_The_Pool_Are_Replaced_Unnoticed()
    {
        await Task.WhenAll(AddAsync("a"), AddAsync("b"));

        Proxy.CutAll();
        await AddAsync("c");
        Proxy.CutAll();

        Assert.Equal(3, await CountAsync());
    }

    [PostgresTheory]
    [InlineData("40001", 2, true)]
    [InlineData("40P01", 2, true)]
    [InlineData("40001", 3, false)]
    public async Task A_Write_That_Collides_Is_Tried_Three_Times(string state, int collisions, bool works)
    {
        var tries = 0;
        var writing = Database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(Add, new { Name = $"{tries}" }, transaction);
                if (++tries <= collisions)
                {
                    await connection.ExecuteAsync($"DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '{state}'; END $$", transaction: transaction);
                }

                return tries;
            },
            isDone: null,
            default);

        Assert.Equal(works, await Record.ExceptionAsync(() => writing) is not StoreUnavailableException);
        Assert.Equal(3, tries);
        Assert.Equal(works ? 1 : 0, await CountAsync());
    }

    [PostgresFact]
    public async Task An_Empty_Pool_Is_Waited_For_In_Bounds_And_Reported()
    {
        using var end = new SemaphoreSlim(0);
        var holders = Enumerable.Range(0, 2).Select(_ => Database.ReadAsync(
            async connection =>
            {
                await end.WaitAsync();
                return 0;
            },
            default)).ToList();

        var trouble = await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync("a"));
        end.Release(2);
        await Task.WhenAll(holders);

        Assert.StartsWith("All connections to PostgreSQL are in use", trouble.Message, StringComparison.Ordinal);
        await AddAsync("b");
        Assert.Null(Database.Trouble);
    }

    [PostgresTheory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task A_Server_That_Is_Stopped_And_Started_Is_Used_Again_By_Itself(string how)
    {
        using var server = await PostgresServer.StartAsync();
        await using var store = new FreshPostgres(server);
        await store.StartAsync();
        await WriteAsync(store.Database, "a");

        await server.StopAsync(how);
        var trouble = await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(store.Database, "b"));
        Assert.Equal("PostgreSQL cannot be reached.", trouble.Message);
        Assert.Equal(trouble.Message, store.Database.Trouble);
        await server.RestartAsync();
        await WriteAsync(store.Database, "c");

        Assert.Null(store.Database.Trouble);
        Assert.Equal(["a", "c"], await store.Database.ReadAsync(connection => connection.QueryAsync<string>("SELECT name FROM setting ORDER BY name"), default));
    }

    [PostgresFact]
    public async Task Several_Instances_May_Start_At_Once()
    {
        await using var store = new FreshPostgres();
        await store.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => store.Open().OpenAsync(default)));

        Assert.Equal(1, await store.Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM schema_migration WHERE number = 1"), default));
    }

    private static TcpProxy ProxyTo(int port) => new(new(IPAddress.Loopback, port));

    private static FreshPostgres StoreBehind(TcpProxy proxy) =>
        new(port: proxy.Port, further: "Command Timeout=1;Timeout=2;Maximum Pool Size=2;SSL Mode=Disable;GSS Encryption Mode=Disable");

    // READ COMMITTED, with which each transaction begins, is not meant.
    private void CutNextCommit(TcpProxy.Cut cut)
    {
        var isCut = 0;
        Proxy.Judge(bytes => bytes.Span.IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Exchange(ref isCut, 1) == 0 ? cut : TcpProxy.Cut.Nothing);
    }

    private Task<int> AddAsync(string name) => WriteAsync(Database, name);

    private Task<int> CountAsync() => Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM setting"), default);

    private static Task<int> WriteAsync(Database database, string name) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(Add, new { Name = name }, transaction), isDone: null, default);
}
