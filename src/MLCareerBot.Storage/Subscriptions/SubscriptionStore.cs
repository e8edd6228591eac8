using Dapper;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Storage.Deliveries;

namespace MLCareerBot.Storage.Subscriptions;

/// <summary>The standing orders in the database.</summary>
internal sealed class SubscriptionStore(Database database) : ISubscriptions
{
    public Task<IReadOnlyList<Subscription>> OfPlaceAsync(ChatAddress place, CancellationToken cancellationToken) => ReadAsync(
        """
        WHERE platform = @Platform AND conversation = @Conversation AND COALESCE(thread, '') = COALESCE(@Thread, '')
            AND (workspace IS NULL OR workspace = COALESCE(@Workspace, workspace))
        ORDER BY created, id
        """,
        new
        {
            place.Platform,
            Conversation = Stored.Text(place.Conversation),
            Thread = Stored.Text(place.Thread),
            Workspace = Stored.Text(place.Workspace),
        },
        cancellationToken);

    public Task<IReadOnlyList<Subscription>> OfWorkspaceAsync(string platform, string? workspace, CancellationToken cancellationToken) => ReadAsync(
        $"""
        WHERE platform = @Platform AND workspace {(workspace is null ? "IS NULL" : "= @Workspace")} AND SUBSTR(conversation, 1, 1) <> '@'
        ORDER BY created, id
        """,
        new { Platform = platform, Workspace = Stored.Text(workspace) },
        cancellationToken);

    public Task<int> CountOfOwnerAsync(Person owner, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>(
            "SELECT COUNT(*) FROM subscription WHERE platform = @Platform AND owner = @User",
            new { owner.Platform, User = Stored.Text(owner.User) }),
        cancellationToken);

    public async Task<bool> SaveAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var saving = new SubscriptionSaving(database, subscription);
        try
        {
            return await database.WriteAsync(saving.RunAsync, saving.IsDoneAsync, cancellationToken);
        }
        catch (PlaceTakenException)
        {
            return false;
        }
    }

    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
            await connection.ExecuteAsync("DELETE FROM subscription WHERE id = @Id", new { Id = Stored.Text(id) }, transaction) > 0,
        async connection => await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM subscription WHERE id = @Id", new { Id = Stored.Text(id) }) == 0,
        cancellationToken);

    public Task<IReadOnlyList<Subscription>> WithOtherZonesAsync(string zoneVersion, int most, CancellationToken cancellationToken) => ReadAsync(
        "WHERE state = 0 AND zone_version <> @Version ORDER BY next_due LIMIT @Most",
        new { Version = zoneVersion, Most = most },
        cancellationToken);

    public Task<IReadOnlyList<Delivery>> DeliveriesAsync(string id, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Delivery>>(
        async connection =>
        [
            .. (await connection.QueryAsync<DeliveryRow>(
                $"SELECT {DeliveryRow.Columns} FROM delivery WHERE subscription = @Id ORDER BY local_date DESC LIMIT @Most",
                new { Id = Stored.Text(id), Most = most })).Select(row => row.ToDelivery()),
        ],
        cancellationToken);

    public Task<IReadOnlyDictionary<SubscriptionState, int>> CountAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyDictionary<SubscriptionState, int>>(
        async connection => (await connection.QueryAsync<(int State, int Count)>("SELECT state, CAST(COUNT(*) AS INTEGER) FROM subscription GROUP BY state"))
            .ToDictionary(row => (SubscriptionState)row.State, row => row.Count),
        cancellationToken);

    private Task<IReadOnlyList<Subscription>> ReadAsync(string where, object values, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Subscription>>(
        async connection =>
        [
            .. (await connection.QueryAsync<SubscriptionRow>($"SELECT {SubscriptionRow.Columns} FROM subscription {where}", values))
                .Select(row => row.ToSubscription()),
        ],
        cancellationToken);
}
