using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Deliveries;

/// <summary>Writes down how deliveries ended. The subscription comes first: its fence tells whether the end still counts.</summary>
internal sealed class Settling(Database database, LedgerSql sql, IReadOnlyList<Settlement> settlements)
{
    public async Task<int> RunAsync(DbConnection connection, DbTransaction transaction)
    {
        var given = GivenRows.Of(settlements.Select(SubscriptionAfter));
        var moved = (await connection.QueryAsync<(string Id, long Fence)>(sql.MoveOn, new { Given = given }, transaction)).ToHashSet();
        var ended = settlements.Where(settlement => moved.Contains((settlement.Claim.Subscription.Id, settlement.Claim.Fence))).Select(End).ToList();
        if (ended.Count > 0)
        {
            var now = Stored.Of(await database.NowAsync(connection, default));
            await connection.ExecuteAsync(sql.End, new { Given = GivenRows.Of(ended), Now = now }, transaction);
        }

        return ended.Count;
    }

    private static object SubscriptionAfter(Settlement settlement) => new
    {
        settlement.Claim.Subscription.Id,
        settlement.Claim.Fence,
        NextDate = Stored.Of(settlement.After.NextDate),
        NextDue = Stored.Of(settlement.After.NextDue),
        LastDate = Stored.Of(settlement.After.LastDate),
        RoundFrom = Stored.Of(settlement.After.RoundFrom),
        settlement.After.Strikes,
        LastStrike = Stored.Of(settlement.After.LastStrike),
        State = (int)settlement.After.State,
        StateSince = Stored.Of(settlement.After.StateSince),
        settlement.After.ZoneVersion,
        DirectChannel = Stored.Text(settlement.After.DirectChannel),
    };

    private static object End(Settlement settlement) => new
    {
        settlement.Claim.Subscription.Id,
        LocalDate = Stored.Of(settlement.Claim.Delivery.Date),
        State = (int)settlement.State,
        Message = Stored.Text(settlement.MessageId),
    };
}
