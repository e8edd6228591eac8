using Dapper;
using Microsoft.Data.Sqlite;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Sqlite;

/// <summary>The database's file, and what must be right about it before it is used.</summary>
internal sealed class SqliteFile
{
    private const int BusySeconds = 5;

    private readonly string _connectionString;

    /// <param name="connectionString"><c>Data Source=...</c>, or the path alone.</param>
    public SqliteFile(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        var wanted = connectionString.Contains('=', StringComparison.Ordinal) ? new SqliteConnectionStringBuilder(connectionString) : new() { DataSource = connectionString };
        wanted.DataSource = System.IO.Path.GetFullPath(wanted.DataSource);
        wanted.ForeignKeys = true;
        wanted.DefaultTimeout = BusySeconds;
        wanted.Mode = SqliteOpenMode.ReadWriteCreate;
        Path = wanted.DataSource;
        _connectionString = wanted.ConnectionString;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    public SqliteConnection NewConnection() => new(_connectionString);

    /// <summary>Keeps every other process out for as long as the stream lives; the system lets go of it when the process dies, however it dies.</summary>
    public FileStream Lock()
    {
        var name = $"{Path}.lock";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? ".");
            NetworkDrive.Refuse(Path);
            return new(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException or NotSupportedException or ArgumentException)
        {
            throw new StoreUnusableException($"The folder of {Path} cannot be written to. Set Storage:ConnectionString to a file in a folder of the bot's own.", exception);
        }
        catch (IOException exception)
        {
            throw new StoreUnusableException(File.Exists(name)
                ? $"Another MLCareerBot has {Path} open. Stop it first, or set Storage:ConnectionString to another file."
                : $"The folder of {Path} cannot be made. Set Storage:ConnectionString to a file in a folder of the bot's own.", exception);
        }
    }

    /// <summary>Opens it for writing. A damaged file is left as it is.</summary>
    public void Open(SqliteConnection writer)
    {
        if (Directory.Exists(Path))
        {
            throw new StoreUnusableException($"{Path} is a folder. Set Storage:ConnectionString to a file.");
        }

        CreateForOwnerOnly();
        writer.Open();
        if (writer.Query<string>("PRAGMA integrity_check(1)").FirstOrDefault() is not "ok")
        {
            throw SqliteFaults.Damaged(Path);
        }

        writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    }

    // What people said to the bot is nobody else's business on this machine.
    private void CreateForOwnerOnly()
    {
        if (File.Exists(Path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var created = new FileStream(Path, options);
    }
}
