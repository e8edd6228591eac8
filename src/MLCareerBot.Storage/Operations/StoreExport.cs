using System.Data.Common;
using System.Text.Json;
using Dapper;
using MLCareerBot.Storage.Migrations;

namespace MLCareerBot.Storage.Operations;

/// <summary>Writes everything that is remembered to a stream, as it was at one moment.</summary>
/// <param name="connection">In a transaction that sees one moment.</param>
/// <param name="progress">Told how much is done, from 0 to 1.</param>
internal sealed class StoreExport(DbConnection connection, IProgress<double> progress)
{
    /// <summary>How many rows that were.</summary>
    public async Task<long> WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var all = await CountAsync();
        await WriteHeaderAsync(stream, all, cancellationToken);
        var done = 0L;
        foreach (var table in StoreFile.Tables)
        {
            await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition($"SELECT * FROM {table.Name}", cancellationToken: cancellationToken));
            while (await reader.ReadAsync(cancellationToken))
            {
                await WriteLineAsync(stream, json => WriteRow(json, table, reader), cancellationToken);
                progress.Report((double)++done / all);
            }
        }

        return done;
    }

    private async Task<long> CountAsync()
    {
        var all = 0L;
        foreach (var table in StoreFile.Tables)
        {
            all += await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table.Name}");
        }

        return all;
    }

    private static Task WriteHeaderAsync(Stream stream, long rows, CancellationToken cancellationToken) => WriteLineAsync(
        stream,
        json =>
        {
            json.WriteString("format", StoreFile.Format);
            json.WriteNumber("schema", Migration.All.Count);
            json.WriteNumber("rows", rows);
        },
        cancellationToken);

    private static void WriteRow(Utf8JsonWriter json, StoreTable table, DbDataReader reader)
    {
        json.WriteString("table", table.Name);
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (!table.Leases.Contains(reader.GetName(column), StringComparer.Ordinal))
            {
                json.WritePropertyName(reader.GetName(column));
                StoreFile.Write(json, reader.GetValue(column));
            }
        }
    }

    private static async Task WriteLineAsync(Stream stream, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        await using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        cancellationToken.ThrowIfCancellationRequested();
    }
}
