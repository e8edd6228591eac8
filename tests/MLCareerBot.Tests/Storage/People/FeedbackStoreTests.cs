using MLCareerBot.Memory;
using MLCareerBot.Storage.People;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage.People;

/// <summary>What people think of the bot, the same on every database.</summary>
public abstract class FeedbackStoreTests : LedgerTest
{
    private protected FeedbackStoreTests(FreshStore store)
        : base(store)
    {
    }

    private static readonly Tenant Here = new("discord", "bootcamp");
    private static readonly Tenant Direct = new("discord", null);
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private FeedbackStore Feedback => new(Database);

    [StoreFact]
    public async Task Each_Place_Sees_Its_Own_Remarks_The_Latest_First_And_The_Operator_All()
    {
        Remark[] remarks =
        [
            new(Here, "mlops", "first", Noon),
            new(Here, null, "second", Noon + Duration.FromMinutes(1)),
            new(Direct, null, "third", Noon + Duration.FromMinutes(2)),
            new(new("slack", "bootcamp"), null, "fourth", Noon + Duration.FromMinutes(3)),
            new(new("discord", "another"), null, "fifth", Noon + Duration.FromMinutes(4)),
        ];
        foreach (var remark in remarks)
        {
            await Feedback.AddAsync(remark, default);
        }

        Assert.Equal([remarks[1], remarks[0]], await Feedback.LatestAsync(Here, 10, default));
        Assert.Equal([remarks[1]], await Feedback.LatestAsync(Here, 1, default));
        Assert.Equal([remarks[2]], await Feedback.LatestAsync(Direct, 10, default));
        Assert.Equal(remarks.Reverse(), await Feedback.LatestAsync(tenant: null, 10, default));
    }

    [StoreFact]
    public async Task Ratings_Add_Up_By_Place_And_The_Worst_Come_First()
    {
        (Tenant Tenant, string Topic, bool IsGood)[] ratings =
            [(Here, "mlops", true), (Here, "mlops", true), (Here, "salary", false), (Here, "salary", true), (Direct, "mlops", false), (Direct, "mlops", false)];
        foreach (var (tenant, topic, isGood) in ratings)
        {
            await Feedback.RateAsync(tenant, topic, isGood, default);
        }

        Assert.Equal([new("salary", 1, 1), new("mlops", 2, 0)], await Feedback.RatingsAsync(Here, 10, default));
        Assert.Equal([new("mlops", 0, 2)], await Feedback.RatingsAsync(Direct, 10, default));
        Assert.Equal([new("mlops", 2, 2), new("salary", 1, 1)], await Feedback.RatingsAsync(tenant: null, 10, default));
        Assert.Single(await Feedback.RatingsAsync(Here, 1, default));
    }

    [StoreFact]
    public async Task Ratings_By_Many_At_Once_Are_All_Counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => Feedback.RateAsync(Here, "mlops", number % 4 == 0, default))));

        Assert.Equal([new("mlops", 10, 30)], await Feedback.RatingsAsync(Here, 10, default));
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteFeedbackStoreTests() : FeedbackStoreTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresFeedbackStoreTests() : FeedbackStoreTests(new FreshPostgres());
