using Dapper;
using Microsoft.Data.Sqlite;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Sqlite;

/// <summary>The database's file, and what must be right about it before it is used.</summary>
internal sealed class SqliteFile
{
    private const int BusySeconds = 5;
    private const string Home = "~/";

    // Past this, holding every index against its table would keep a start waiting for seconds.
    private const long QuickFrom = 256L * 1024 * 1024;

    private readonly string _connectionString;

    /// <param name="connectionString"><c>Data Source=...</c>, or the path alone.</param>
    public SqliteFile(string connectionString)
    {
        SQLitePCL.Batteries_V2.Init();
        var wanted = connectionString.Contains('=', StringComparison.Ordinal) ? new SqliteConnectionStringBuilder(connectionString) : new() { DataSource = connectionString };
        wanted.DataSource = FullPath(wanted.DataSource);
        wanted.ForeignKeys = true;
        wanted.DefaultTimeout = BusySeconds;
        wanted.Mode = SqliteOpenMode.ReadWriteCreate;
        Path = wanted.DataSource;
        _connectionString = wanted.ConnectionString;
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Why it cannot be a store's file, or be made one, in a sentence; else null. Leaves nothing behind.</summary>
    public string? Hindrance()
    {
        try
        {
            RefuseFolder();
            var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(Path) ?? ".");
            while (!folder.Exists && !File.Exists(folder.FullName) && folder.Parent is { } parent)
            {
                folder = parent;
            }

            using var probe = new FileStream(System.IO.Path.Combine(folder.FullName, $".{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (StoreUnusableException exception)
        {
            return exception.Message;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NotWritable;
        }
    }

    public SqliteConnection NewConnection() => new(_connectionString);

    /// <summary>Keeps every other process out for as long as the stream lives; the system lets go of it when the process dies, however it dies.</summary>
    public FileStream Lock()
    {
        var name = $"{Path}.lock";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path) ?? ".");
            NetworkDrive.Refuse(Path);
            return new(name, ForOwnerOnly(FileMode.OpenOrCreate, FileAccess.ReadWrite));
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or DirectoryNotFoundException or NotSupportedException or ArgumentException)
        {
            throw new StoreUnusableException(NotWritable, exception);
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
        RefuseFolder();
        CreateForOwnerOnly();
        writer.Open();
        var check = new FileInfo(Path).Length > QuickFrom ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)";
        if (writer.Query<string>(check).FirstOrDefault() is not "ok")
        {
            throw SqliteFaults.Damaged(Path);
        }

        RefuseForeign(writer);
        writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    }

    /// <summary>Opens what is there already, whoever else has it open.</summary>
    public SqliteConnection OpenBeside()
    {
        RefuseFolder();
        if (!File.Exists(Path))
        {
            throw new StoreUnusableException($"Nothing is stored yet: {Path} is not there.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private string NotWritable => $"The folder of {Path} cannot be written to. Set Storage:ConnectionString to a file in a folder of the bot's own.";

    // Shells know "~", and settings files do not.
    private static string FullPath(string path) => path.StartsWith(Home, StringComparison.Ordinal)
        ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[Home.Length..])
        : System.IO.Path.GetFullPath(path);

    private void RefuseFolder()
    {
        if (Directory.Exists(Path))
        {
            throw new StoreUnusableException($"{Path} is a folder. Set Storage:ConnectionString to a file.");
        }
    }

    private void RefuseForeign(SqliteConnection connection)
    {
        var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").AsList();
        if (tables.Count > 0 && !tables.Contains("schema_migration"))
        {
            throw new StoreUnusableException($"{Path} is the database of another program. Set Storage:ConnectionString to a file of the bot's own; this one was left as it is.");
        }
    }

    // What people said to the bot is nobody else's business on this machine.
    private void CreateForOwnerOnly()
    {
        if (!File.Exists(Path))
        {
            using var created = new FileStream(Path, ForOwnerOnly(FileMode.CreateNew, FileAccess.Write));
        }
    }

    private static FileStreamOptions ForOwnerOnly(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
