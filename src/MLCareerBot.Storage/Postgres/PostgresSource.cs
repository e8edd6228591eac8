using Microsoft.Extensions.Logging;
using Npgsql;

namespace MLCareerBot.Storage.Postgres;

/// <summary>Connections that wait for nothing longer than a few seconds, however the server fell silent.</summary>
internal static class PostgresSource
{
    private const int Seconds = 5;
    private const int MostConnections = 20;

    // A connection that froze in a transaction must not keep its locks for hours.
    private const string Habits = "SET idle_in_transaction_session_timeout = 15000";

    /// <param name="connectionString">As the operator set it; what is set there goes before what is chosen here.</param>
    /// <param name="loggers">Statements are logged without their values.</param>
    public static NpgsqlDataSource Open(string connectionString, ILoggerFactory? loggers = null)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var set = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = given.ApplicationName ?? "MLCareerBot" };
        Choose("Maximum Pool Size", () => set.MaxPoolSize = MostConnections);
        Choose("Timeout", () => set.Timeout = Seconds);
        Choose("Command Timeout", () => set.CommandTimeout = Seconds);
        Choose("Cancellation Timeout", () => set.CancellationTimeout = 1_000);
        Choose("Keepalive", () => set.KeepAlive = Seconds);
        Choose("Tcp Keepalive", () => set.TcpKeepAlive = true);
        set.PersistSecurityInfo = false;
        set.IncludeErrorDetail = false;
        return new NpgsqlDataSourceBuilder(set.ConnectionString).UseLoggerFactory(loggers).UsePhysicalConnectionInitializer(SetHabits, SetHabitsAsync).Build();

        void Choose(string key, Action choose)
        {
            if (!given.ShouldSerialize(key))
            {
                choose();
            }
        }
    }

    private static void SetHabits(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Habits, connection);
        command.ExecuteNonQuery();
    }

    private static async Task SetHabitsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Habits, connection);
        await command.ExecuteNonQueryAsync();
    }
}
