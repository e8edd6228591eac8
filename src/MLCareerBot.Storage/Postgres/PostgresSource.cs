using Microsoft.Extensions.Logging;
using Npgsql;

namespace MLCareerBot.Storage.Postgres;

/// <summary>Connections that wait for nothing longer than a few seconds, however the server fell silent.</summary>
internal static class PostgresSource
{
    private const int Seconds = 5;
    private const int MostConnections = 20;

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
        return new NpgsqlDataSourceBuilder(set.ConnectionString).UseLoggerFactory(loggers).Build();

        void Choose(string key, Action choose)
        {
            if (!given.ShouldSerialize(key))
            {
                choose();
            }
        }
    }
}
