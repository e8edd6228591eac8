using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;
using MLCareerBot.Storage.Subscriptions;
using NodaTime;

namespace MLCareerBot.Storage.Deliveries;

/// <summary>One claim: finds what is due, asks the plan, and writes down what it said.</summary>
internal sealed class Claiming(Database database, LedgerSql sql, ClaimRequest request, Func<DueTip, TipPlan> plan)
{
    private LeaseRow? _first;

    public async Task<Claims> RunAsync(DbConnection connection, DbTransaction transaction)
    {
        var now = await database.NowAsync(connection, default);
        var due = await DueAsync(connection, transaction, now);
        var planned = await PlanAsync(connection, transaction, due, now);
        _first = planned.FirstOrDefault()?.Lease;
        if (_first is not null)
        {
            await WriteAsync(connection, transaction, planned);
        }

        return new([.. planned.Select(row => row.ToSend).OfType<Claim>()], planned.Count);
    }

    /// <summary>True if the first row stands as it was written, and so all do; or if there was none.</summary>
    public async Task<bool> IsDoneAsync(DbConnection connection) =>
        _first is null || await connection.ExecuteScalarAsync<int>(LedgerSql.IsClaimed, _first) > 0;

    private async Task<List<SubscriptionRow>> DueAsync(DbConnection connection, DbTransaction transaction, Instant now) =>
        (await connection.QueryAsync<SubscriptionRow>(
            sql.Due,
            new
            {
                request.Platform,
                Now = Stored.Of(now),
                From = Stored.Of(request.DueFrom ?? Instant.MinValue),
                Before = Stored.Of(request.DueBefore ?? Instant.MaxValue),
                request.Most,
            },
            transaction)).AsList();

    // Read after the rows are locked: whoever writes deliveries locks their subscription first.
    private async Task<List<PlannedRow>> PlanAsync(DbConnection connection, DbTransaction transaction, List<SubscriptionRow> due, Instant now)
    {
        if (due.Count == 0)
        {
            return [];
        }

        var given = GivenRows.Of(due.Select(row => new { row.Id, row.NextDate, row.RoundFrom }));
        var past = (await connection.QueryAsync<DeliveryRow>(sql.Past, new { Given = given }, transaction))
            .ToLookup(row => row.Subscription, StringComparer.Ordinal);
        return [.. due.Select(row => Plan(row, past[row.Id], now))];
    }

    private PlannedRow Plan(SubscriptionRow row, IEnumerable<DeliveryRow> deliveries, Instant now)
    {
        var earlier = deliveries.FirstOrDefault(delivery => delivery.LocalDate == row.NextDate)?.ToDelivery();
        var past = deliveries.Where(delivery => delivery.LocalDate != row.NextDate)
            .OrderByDescending(delivery => delivery.LocalDate, StringComparer.Ordinal)
            .Select(delivery => delivery.ToDelivery());
        var due = new DueTip(row.ToSubscription(), now, earlier, [.. past]);
        return PlannedRow.Of(due, plan(due), row.Fence + 1, request);
    }

    private async Task WriteAsync(DbConnection connection, DbTransaction transaction, List<PlannedRow> planned)
    {
        await connection.ExecuteAsync(sql.Lease, new { Given = GivenRows.Of(planned.Select(row => row.Lease)) }, transaction);
        var reserved = planned.Select(row => row.Reserve).OfType<ReserveRow>().ToList();
        if (reserved.Count > 0)
        {
            await connection.ExecuteAsync(sql.Reserve, new { Given = GivenRows.Of(reserved) }, transaction);
        }
    }
}
