using System.Data.Common;
using System.Text;
using Dapper;
using MLCareerBot.Storage.People;

namespace MLCareerBot.Storage.Operations;

/// <summary>Moves all that is remembered to a file and back: a backup, or the way from one database to another.</summary>
public sealed class StoreMove
{
    private const int BufferSize = 64 * 1024;

    private readonly Database _database;

    internal StoreMove(Database database) => _database = database;

    /// <summary>Writes a new file, whole or not at all. How many rows that were.</summary>
    /// <param name="file">Its path; there must be none.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends it without a file.</param>
    public async Task<long> ExportAsync(string file, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        Refuse(file);
        var unfinished = $"{file}.{Guid.NewGuid():n}.part";
        try
        {
            var rows = await WriteAsync(unfinished, progress, cancellationToken);
            Refuse(file);
            File.Move(unfinished, file);
            return rows;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>
    /// Reads a file into a store, all of it or nothing. Whoever had their data deleted after the file was written stays
    /// deleted, as far as this store or the file knows. How many rows that were.
    /// </summary>
    /// <param name="file">What <see cref="ExportAsync"/> wrote.</param>
    /// <param name="replaces">True to put it in the place of what the store holds; else there must be nothing of anybody's.</param>
    /// <param name="progress">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends it without a change.</param>
    public async Task<long> ImportAsync(string file, bool replaces, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return await _database.WriteAsync(
            async (connection, transaction) =>
            {
                // From the beginning, should the transaction be tried again.
                reader.BaseStream.Position = 0;
                reader.DiscardBufferedData();
                var isInUse = await IsInUseAsync(connection, transaction);
                if (isInUse && !replaces)
                {
                    throw InUse();
                }

                var replacement = isInUse ? new StoreReplacement(connection, transaction) : null;
                await (replacement?.ClearAsync() ?? Task.CompletedTask);
                var rows = await new StoreImport(connection, transaction, file, progress).ReadAsync(reader, cancellationToken);
                await (replacement?.RecallAsync() ?? Task.CompletedTask);
                await Tombstones.ApplyAsync(connection, transaction);
                return rows;
            },
            isDone: null,
            cancellationToken);
    }

    private static async Task<bool> IsInUseAsync(DbConnection connection, DbTransaction transaction)
    {
        foreach (var table in StoreFile.Tables.Where(table => !table.MayBeThere))
        {
            if (await connection.ExecuteScalarAsync<bool>($"SELECT EXISTS (SELECT 1 FROM {table.Name})", transaction: transaction))
            {
                return true;
            }
        }

        return false;
    }

    private static InvalidDataException InUse() =>
        new("The store is in use already, and an import needs an empty one. Set Storage:ConnectionString to another, or put the file in its place with --replace.");

    private Task<long> WriteAsync(string file, IProgress<double> progress, CancellationToken cancellationToken) => _database.SnapshotAsync(
        async connection =>
        {
            try
            {
                await using var stream = new FileStream(file, ForOwnerOnly());
                var rows = await new StoreExport(connection, progress).WriteAsync(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
                return rows;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The file's fault, and not the store's.
                throw new InvalidDataException("The file cannot be written.", exception);
            }
        },
        cancellationToken);

    private static void Refuse(string file)
    {
        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new InvalidDataException($"{file} is there already; name a file that is not.");
        }
    }

    // It holds what people said to the bot, and perhaps the key that hides who had their data deleted.
    private static FileStreamOptions ForOwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
