using Dapper;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Storage.Deliveries;

/// <summary>The ledger in the database.</summary>
internal sealed class DeliveryLedger(Database database) : IDeliveryLedger
{
    private readonly LedgerSql _sql = new(database);

    public Task<Claims> ClaimAsync(ClaimRequest request, Func<DueTip, TipPlan> plan, CancellationToken cancellationToken)
    {
        var claiming = new Claiming(database, _sql, request, plan);
        return database.WriteAsync(claiming.RunAsync, claiming.IsDoneAsync, cancellationToken);
    }

    public Task<bool> IsMineAsync(Claim claim, CancellationToken cancellationToken) => database.ReadAsync(
        async connection =>
        {
            var now = Stored.Of(await database.NowAsync(connection, cancellationToken));
            return await connection.ExecuteScalarAsync<int>(
                LedgerSql.IsMine, new { claim.Subscription.Id, claim.Fence, claim.Subscription.Version, Now = now }) > 0;
        },
        cancellationToken);

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken)
    {
        // Done again after a commit of which nobody knows, it writes the same once more, or nothing where the fence has moved.
        var settling = new Settling(database, _sql, settlements);
        return settlements.Count == 0 ? Task.CompletedTask : database.WriteAsync(settling.RunAsync, isDone: null, cancellationToken);
    }

    public Task ReleaseAsync(IReadOnlyList<Claim> claims, Instant notBefore, CancellationToken cancellationToken)
    {
        var given = GivenRows.Of(claims.Select(claim => new { claim.Subscription.Id, claim.Fence }));
        return claims.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(_sql.Release, new { Given = given, NotBefore = Stored.Of(notBefore) }, transaction),
            isDone: null,
            cancellationToken);
    }

    public Task<Instant> NowAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => database.NowAsync(connection, cancellationToken).AsTask(), cancellationToken);
}
