using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Storage.People;

/// <summary>
/// Remembers for a month who had their data deleted, as keyed hashes that name nobody, so that a backup from before does
/// not bring them back.
/// </summary>
internal static class Tombstones
{
    private const string KeyName = "tombstone-key";
    private const int KeyBytes = 32;

    private const string People = """
        SELECT platform, SUBSTR(conversation, 2) FROM subscription WHERE conversation LIKE '@%'
        UNION SELECT platform, owner FROM subscription WHERE owner IS NOT NULL
        UNION SELECT platform, person FROM progress
        UNION SELECT platform, person FROM inbox WHERE person IS NOT NULL
        """;

    public static async Task AddAsync(DbConnection connection, DbTransaction transaction, Person person, Instant now) => await connection.ExecuteAsync(
        "INSERT INTO tombstone (person_hash, deleted_at) VALUES (@Hash, @Now) ON CONFLICT (person_hash) DO UPDATE SET deleted_at = excluded.deleted_at WHERE excluded.deleted_at > tombstone.deleted_at",
        new { Hash = HashOf(person, await KeyAsync(connection, transaction)), Now = Stored.Of(now) },
        transaction);

    /// <summary>Deletes what is in the store again although its owner had it deleted, and not what they have said since.</summary>
    public static async Task ApplyAsync(DbConnection connection, DbTransaction transaction)
    {
        var deletions = (await connection.QueryAsync<(string Person, long At)>("SELECT person_hash, deleted_at FROM tombstone", transaction: transaction))
            .ToDictionary(row => row.Person, row => Stored.Instant(row.At), StringComparer.Ordinal);
        if (deletions.Count == 0)
        {
            return;
        }

        var key = await KeyAsync(connection, transaction);
        foreach (var (platform, user) in (await connection.QueryAsync<(string, string)>(People, transaction: transaction)).AsList())
        {
            var person = new Person(platform, user);
            if (deletions.TryGetValue(HashOf(person, key), out var until))
            {
                await PersonalData.DeleteAsync(connection, transaction, person, until);
            }
        }
    }

    private static string HashOf(Person person, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{person.Platform}\n{person.User}")));

    private static async Task<byte[]> KeyAsync(DbConnection connection, DbTransaction transaction)
    {
        var fresh = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        await connection.ExecuteAsync("INSERT INTO setting (name, value) VALUES (@KeyName, @fresh) ON CONFLICT DO NOTHING", new { KeyName, fresh }, transaction);
        return Convert.FromBase64String(await connection.QuerySingleAsync<string>("SELECT value FROM setting WHERE name = @KeyName", new { KeyName }, transaction));
    }
}
