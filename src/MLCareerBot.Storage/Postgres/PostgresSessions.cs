using Npgsql;

namespace MLCareerBot.Storage.Postgres;

/// <summary>Connections to the server: how many, how long anything is waited for, and how a dead one is noticed.</summary>
internal static class PostgresSessions
{
    /// <summary>
    /// Ends a session whose connection broke, and waits until it is gone: the server may not have noticed yet, and still be at the COMMIT that was sent last.
    /// </summary>
    public const string EndOther =
        "SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity WHERE pid = @Process AND pid <> pg_backend_pid() AND usename = current_user AND datname = current_database()";

    // A connection that froze in a transaction must not keep its locks for hours.
    private const string Habits = "SET idle_in_transaction_session_timeout = 15000";

    private const int Seconds = 5;
    private const int MostConnections = 20;
    private const int KeepAliveSeconds = 30;
    private const int CancellationMilliseconds = 1000;

    /// <summary>Connects when first asked.</summary>
    public static NpgsqlDataSource To(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(Settings(connectionString).ConnectionString);
        builder.UsePhysicalConnectionInitializer(SetHabits, SetHabitsAsync);
        return builder.Build();
    }

    // What the operator set stays.
    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var usual = new NpgsqlConnectionStringBuilder();
        var wanted = new NpgsqlConnectionStringBuilder(connectionString);
        wanted.Timeout = wanted.Timeout == usual.Timeout ? Seconds : wanted.Timeout;
        wanted.CommandTimeout = wanted.CommandTimeout == usual.CommandTimeout ? Seconds : wanted.CommandTimeout;
        wanted.CancellationTimeout = wanted.CancellationTimeout == usual.CancellationTimeout ? CancellationMilliseconds : wanted.CancellationTimeout;
        wanted.KeepAlive = wanted.KeepAlive == usual.KeepAlive ? KeepAliveSeconds : wanted.KeepAlive;
        wanted.MaxPoolSize = wanted.MaxPoolSize == usual.MaxPoolSize ? MostConnections : wanted.MaxPoolSize;
        wanted.ApplicationName ??= "MLCareerBot";
        wanted.TcpKeepAlive = true;
        wanted.IncludeErrorDetail = false; // It would repeat what people wrote.
        return wanted;
    }

    private static void SetHabits(NpgsqlConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Habits;
        command.ExecuteNonQuery();
    }

    private static async Task SetHabitsAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Habits;
        await command.ExecuteNonQueryAsync();
    }
}
