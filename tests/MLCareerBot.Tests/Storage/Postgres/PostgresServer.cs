using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MLCareerBot.Tests.Storage.Postgres;

/// <summary>A real PostgreSQL server on this machine, in a temp folder. It ends with the tests, however they end.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string? Binaries = FindBinaries();

    private static readonly Lazy<Task<PostgresServer>> Common = new(StartAsync);

    private static int _databases;

    private readonly Process _keeper;
    private readonly string _folder;

    private PostgresServer(Process keeper, string folder, int port)
    {
        _keeper = keeper;
        _folder = folder;
        Port = port;
    }

    /// <summary>Why there can be none; else null.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed on this machine." : null;

    public int Port { get; }

    /// <summary>One server for all tests that do not break it.</summary>
    public static Task<PostgresServer> SharedAsync() => Common.Value;

    public static async Task<PostgresServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mlcareerbot-postgres-").FullName;
        var port = FreePort();
        var keeper = Keep(folder, port);
        var server = new PostgresServer(keeper, folder, port);
        var said = await keeper.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return said == "ready" ? server : throw new InvalidOperationException($"PostgreSQL did not start; see {folder}.");
    }

    /// <summary>What connects to a database of it.</summary>
    public string ConnectionString(string database, int? port = null) =>
        $"Host=127.0.0.1;Port={port ?? Port};Username=tests;Database={database};Pooling=true;Include Error Detail=true";

    /// <summary>A fresh, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return name;
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>Stops it: <c>fast</c> as an operator does, <c>immediate</c> as a crash does.</summary>
    public Task StopAsync(string how) => ControlAsync("stop", "-m", how);

    /// <summary>Starts it again where it was.</summary>
    public Task RestartAsync() => ControlAsync("start", "-l", Path.Combine(_folder, "log"));

    public void Dispose()
    {
        _keeper.StandardInput.Close();
        _keeper.WaitForExit(Patience);
        _keeper.Dispose();
    }

    // The shell waits for its input to end, which it does even when the tests are killed, and takes the server with it.
    private static Process Keep(string folder, int port)
    {
        var script = $"""
            trap : TERM INT HUP
            cd "{folder}" && exec 2>"{folder}/trouble"
            "{Binaries}/initdb" -D "{folder}/data" -U tests -A trust -N --no-locale -E UTF8 >/dev/null &&
            printf '%s\n' "port = {port}" "listen_addresses = '127.0.0.1'" "unix_socket_directories = '{folder}'" "fsync = off" "max_connections = 60" >> data/postgresql.conf &&
            "{Binaries}/pg_ctl" -D "{folder}/data" -l "{folder}/log" -w start >/dev/null &&
            echo ready
            read -r end
            "{Binaries}/pg_ctl" -D "{folder}/data" -m immediate stop >/dev/null
            cd / && rm -rf "{folder}"
            """;
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            Process.Start("chown", ["postgres", folder]).WaitForExit();
        }

        return Process.Start(AsServer("/bin/sh", ["-c", script]))!;
    }

    private static ProcessStartInfo AsServer(string program, string[] arguments)
    {
        string[] line = Environment.UserName == "root"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        return new(line[0], line[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
        : null;

    private async Task ControlAsync(params string[] arguments)
    {
        using var control = Process.Start(AsServer($"{Binaries}/pg_ctl", ["-D", Path.Combine(_folder, "data"), "-w", .. arguments]))!;
        control.StandardInput.Close();
        await control.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, control.ExitCode);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
