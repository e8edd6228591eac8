using System.Text.Json;

namespace MLCareerBot.Storage;

/// <summary>Many rows as one parameter, a JSON array: one statement and one round trip for a whole batch, and always the same text of SQL.</summary>
internal static class GivenRows
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The parameter's value: properties become columns, <c>NextDue</c> is <c>next_due</c>.</summary>
    public static string Of<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Names);

    /// <summary><see cref="Database.Given"/> for SQLite.</summary>
    public static string OnSqlite(string columns) =>
        $"(SELECT {string.Join(", ", columns.Split(", ").Select(column => Extract(column.Split(' ')[0])))} FROM json_each(@Given)) AS given";

    /// <summary><see cref="Database.Given"/> for PostgreSQL.</summary>
    public static string OnPostgres(string columns) => $"json_to_recordset(CAST(@Given AS json)) AS given({columns})";

    private static string Extract(string name) => $"json_extract(value, '$.{name}') AS {name}";
}
