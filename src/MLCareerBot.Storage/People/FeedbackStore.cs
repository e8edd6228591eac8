using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.People;

/// <summary>What people think of the bot, in the database.</summary>
internal sealed class FeedbackStore(Database database) : IFeedback
{
    private const string Add = """
        INSERT INTO remark (id, platform, workspace, topic, words, made_at) VALUES (@Id, @Platform, @Workspace, @Topic, @Words, @At)
        ON CONFLICT DO NOTHING
        """;

    private const string Rate = """
        INSERT INTO rating (platform, workspace, topic, good, poor) VALUES (@Platform, @Workspace, @Topic, @Good, @Poor)
        ON CONFLICT (platform, workspace, topic) DO UPDATE SET good = rating.good + excluded.good, poor = rating.poor + excluded.poor
        """;

    private const string Latest = "SELECT platform, workspace, topic, words, made_at FROM remark";
    private const string Ratings = "SELECT topic, CAST(SUM(good) AS INTEGER) AS good, CAST(SUM(poor) AS INTEGER) AS poor FROM rating";

    public Task AddAsync(Remark remark, CancellationToken cancellationToken)
    {
        // The same in every try, so that it is kept once.
        var row = new
        {
            Id = Guid.NewGuid().ToString("n"),
            remark.Tenant.Platform,
            Workspace = Stored.Text(remark.Tenant.Workspace),
            Topic = Stored.Text(remark.Topic),
            Words = Stored.Text(remark.Text),
            At = Stored.Of(remark.At),
        };
        return database.WriteAsync((connection, transaction) => connection.ExecuteAsync(Add, row, transaction), isDone: null, cancellationToken);
    }

    public Task<IReadOnlyList<Remark>> LatestAsync(Tenant? tenant, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Remark>>(
        async connection =>
        [
            .. (await connection.QueryAsync<(string Platform, string? Workspace, string? Topic, string Words, long At)>(
                $"{Latest} {TenantSql.Where(tenant, "workspace")} ORDER BY made_at DESC, id LIMIT @Most", TenantSql.Values(tenant, most)))
                .Select(row => new Remark(new(row.Platform, row.Workspace), row.Topic, row.Words, Stored.Instant(row.At))),
        ],
        cancellationToken);

    // A count that is one too high after a lost commit does no harm, and one too low neither.
    public Task RateAsync(Tenant tenant, string topic, bool isGood, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            Rate,
            new { tenant.Platform, Workspace = Stored.Text(tenant.Workspace) ?? "", Topic = Stored.Text(topic), Good = isGood ? 1 : 0, Poor = isGood ? 0 : 1 },
            transaction),
        isDone: null,
        cancellationToken);

    public Task<IReadOnlyList<TopicRating>> RatingsAsync(Tenant? tenant, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<TopicRating>>(
        async connection =>
        [
            .. (await connection.QueryAsync<(string Topic, int Good, int Poor)>(
                $"{Ratings} {TenantSql.Where(tenant, "NULLIF(workspace, '')")} GROUP BY topic ORDER BY SUM(poor) DESC, topic LIMIT @Most", TenantSql.Values(tenant, most)))
                .Select(row => new TopicRating(row.Topic, row.Good, row.Poor)),
        ],
        cancellationToken);
}
