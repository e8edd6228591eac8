using System.Data.Common;
using Microsoft.Extensions.Options;

namespace MLCareerBot.Storage;

/// <summary>Where the bot remembers things.</summary>
public sealed class StorageOptions
{
    /// <summary>Its section of the settings.</summary>
    public const string Section = "Storage";

    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";

    /// <summary><c>sqlite</c>, a file of this machine, or <c>postgres</c>, a server that several instances share.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// For SQLite the file, <c>Data Source=...</c> or its path alone; without one, a file in the user's application data.
    /// For PostgreSQL what Npgsql takes: <c>Host=...;Database=...;Username=...;Password=...</c>. May hold a secret.
    /// </summary>
    public string? ConnectionString { get; set; }

    internal bool IsPostgres => Provider.Trim().Equals(Postgres, StringComparison.OrdinalIgnoreCase);

    internal string Connection => ConnectionString is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : DefaultFile;

    // On a fresh account that folder is not there yet, and without it the file would lie wherever the program is started.
    private static string DefaultFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "MLCareerBot", "memory.db");

    /// <summary>Checks the values, and repeats none of them.</summary>
    internal sealed class Validator : IValidateOptions<StorageOptions>
    {
        public ValidateOptionsResult Validate(string? name, StorageOptions options) => FaultOf(options) is { } fault
            ? ValidateOptionsResult.Fail(fault)
            : ValidateOptionsResult.Success;

        private static string? FaultOf(StorageOptions options) => options.Provider.Trim().ToLowerInvariant() switch
        {
            Sqlite => options.Connection.Contains('=', StringComparison.Ordinal) && !HasKey(options.Connection, "data source", "datasource", "filename")
                ? "Storage:ConnectionString names no file. Set it to a path, or to Data Source= and a path."
                : null,
            Postgres => HasKey(options.Connection, "host", "server")
                ? null
                : "Storage:ConnectionString names no server. Set it to Host=...;Database=...;Username=...;Password=...",
            _ => "Storage:Provider must be sqlite or postgres.",
        };

        private static bool HasKey(string connectionString, params string[] keys)
        {
            try
            {
                var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
                return Array.Exists(keys, parts.ContainsKey);
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }
}
