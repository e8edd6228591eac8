using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Storage.Migrations;

/// <summary>Brings a schema up to date, all steps in one transaction: a program that dies half way has changed nothing.</summary>
internal static class Migrator
{
    private const string CreateTable =
        "CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";

    private const string Applied = "SELECT number, checksum FROM schema_migration ORDER BY number";

    private const string Record = "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (@Number, @Name, @Checksum, @At)";

    /// <summary>Throws for a schema that is not ours, or newer.</summary>
    public static Task ApplyAsync(DbConnection connection, DbTransaction transaction, Instant now) => ApplyAsync(connection, transaction, now, Migration.All);

    public static async Task ApplyAsync(DbConnection connection, DbTransaction transaction, Instant now, IReadOnlyList<Migration> migrations)
    {
        await connection.ExecuteAsync(CreateTable, transaction: transaction);
        var applied = (await connection.QueryAsync<(int Number, string Checksum)>(
            Applied, transaction: transaction)).ToList();
        Check(applied, migrations);
        foreach (var migration in migrations.Skip(applied.Count))
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction);
            await connection.ExecuteAsync(Record, new { migration.Number, migration.Name, migration.Checksum, At = Stored.Of(now) }, transaction);
        }
    }

    /// <summary>Throws for any schema but the one of this program; changes nothing.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="exists">Counts tables with the name of ours.</param>
    public static async Task ExpectCurrentAsync(DbConnection connection, string exists)
    {
        var isThere = await connection.ExecuteScalarAsync<long>(exists) > 0;
        var applied = isThere ? (await connection.QueryAsync<(int Number, string Checksum)>(Applied)).ToList() : [];
        Check(applied, Migration.All);
        if (applied.Count < Migration.All.Count)
        {
            throw new StoreUnusableException("The store is from an older MLCareerBot, or empty. Start the bot once: that brings it up to date.");
        }
    }

    private static void Check(List<(int Number, string Checksum)> applied, IReadOnlyList<Migration> migrations)
    {
        if (applied.Count > migrations.Count)
        {
            throw new StoreUnusableException(
                $"The store was written by a newer MLCareerBot (its schema is number {applied[^1].Number}, and this program knows {migrations.Count}). Run that version, or restore a backup from before.");
        }

        foreach (var ((number, checksum), migration) in applied.Zip(migrations))
        {
            if (number != migration.Number || checksum != migration.Checksum)
            {
                throw new StoreUnusableException(
                    $"Step {number} of the store's schema is not the one this program knows. Run the version that made it, or restore a backup.");
            }
        }
    }
}
