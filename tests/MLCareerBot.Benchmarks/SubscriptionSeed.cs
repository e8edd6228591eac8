using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Subscriptions;

namespace MLCareerBot.Benchmarks;

/// <summary>Writes many subscriptions at once; the store itself takes them one by one, as people order them.</summary>
internal static class SubscriptionSeed
{
    private const string Columns = """
        id text, platform text, workspace text, conversation text, thread text, owner text, zone text, local_time text, days integer,
        state integer, state_since bigint, strikes integer, round_from text, next_date text, next_due bigint, zone_version text
        """;

    public static Task WriteAsync(Database database, DbConnection connection, DbTransaction transaction, IEnumerable<Subscription> subscriptions)
    {
        var columns = Columns.ReplaceLineEndings(" ");
        var names = string.Join(", ", columns.Split(", ").Select(column => column.Split(' ')[0]));
        var insert = $"INSERT INTO subscription ({names}, created, fence, version) SELECT {names}, 0, 1, 1 FROM {database.Given(columns)}";
        return connection.ExecuteAsync(insert, new { Given = GivenRows.Of(subscriptions.Select(SubscriptionRow.Of)) }, transaction);
    }
}
