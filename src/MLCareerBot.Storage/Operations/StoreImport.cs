using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using MLCareerBot.Storage.Migrations;

namespace MLCareerBot.Storage.Operations;

/// <summary>Reads what <see cref="StoreExport"/> wrote into an empty store. All of it, or nothing.</summary>
/// <param name="connection">Of the transaction.</param>
/// <param name="transaction">Rolled back by the caller if this throws.</param>
/// <param name="file">The file's name, for what is wrong in it.</param>
/// <param name="progress">Told how much is done, from 0 to 1.</param>
internal sealed class StoreImport(DbConnection connection, DbTransaction transaction, string file, IProgress<double> progress)
{
    private const int StatementError = 1;
    private const int ConstraintError = 19;
    private const int MismatchError = 20;

    private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.Ordinal);
    private long _line;

    /// <summary>How many rows that were. Throws <see cref="InvalidDataException"/> with file and line.</summary>
    public async Task<long> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var all = await ReadHeaderAsync(reader, cancellationToken);
        var done = 0L;
        while (await NextAsync(reader, cancellationToken) is { } row)
        {
            await InsertAsync(row);
            progress.Report((double)++done / all);
        }

        return done == all ? done : throw Fault($"The file ends after {done} of {all} rows.");
    }

    private async Task<long> ReadHeaderAsync(TextReader reader, CancellationToken cancellationToken)
    {
        if (await NextAsync(reader, cancellationToken) is not { } header
            || Text(header, "format") != StoreFile.Format
            || Number(header, "schema") is not { } schema
            || Number(header, "rows") is not { } rows)
        {
            throw Fault("This is no export of a store.");
        }

        return schema <= Migration.All.Count ? rows : throw Fault("A newer MLCareerBot wrote this; use that version to read it.");
    }

    private async Task<JsonElement?> NextAsync(TextReader reader, CancellationToken cancellationToken)
    {
        _line++;
        if (await reader.ReadLineAsync(cancellationToken) is not { } line)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind is JsonValueKind.Object ? json.RootElement.Clone() : throw Fault("This is no JSON object.");
        }
        catch (JsonException)
        {
            throw Fault("This is no JSON object.");
        }
    }

    private async Task InsertAsync(JsonElement row)
    {
        var table = StoreFile.Tables.FirstOrDefault(known => known.Name == Text(row, "table")) ?? throw Fault("The table is not one of the store's.");
        var known = await ColumnsAsync(table);
        var values = new DynamicParameters();
        foreach (var column in row.EnumerateObject().Where(column => column.Name != "table"))
        {
            values.Add(known.Contains(column.Name) ? column.Name : throw Fault($"The table {table.Name} has no such column."), ValueOf(column));
        }

        try
        {
            await connection.ExecuteAsync(
                $"INSERT INTO {table.Name} ({string.Join(", ", values.ParameterNames)}) VALUES ({string.Join(", ", values.ParameterNames.Select(name => $"@{name}"))}){(table.MayBeThere ? $" {table.OnConflict}" : "")}", values, transaction);
        }
        catch (DbException exception) when (exception.SqlState is ['2', '2' or '3', ..] or ['4', '2', ..] || exception is SqliteException { SqliteErrorCode: ConstraintError or MismatchError or StatementError })
        {
            throw Fault($"The row does not fit the table {table.Name}, or is there twice.");
        }
    }

    // Names become SQL, so they are taken from the database and not from the file.
    private async Task<HashSet<string>> ColumnsAsync(StoreTable table)
    {
        if (!_columns.TryGetValue(table.Name, out var columns))
        {
            await using var reader = await connection.ExecuteReaderAsync($"SELECT * FROM {table.Name} WHERE 1 = 0", transaction: transaction);
            columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).Except(table.Leases, StringComparer.Ordinal)];
            _columns.Add(table.Name, columns);
        }

        return columns;
    }

    private object? ValueOf(JsonProperty column)
    {
        try
        {
            return StoreFile.Read(column.Value);
        }
        catch (InvalidDataException exception)
        {
            throw Fault(exception.Message);
        }
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private InvalidDataException Fault(string what) => new($"{file}:{_line}: {what}");
}
