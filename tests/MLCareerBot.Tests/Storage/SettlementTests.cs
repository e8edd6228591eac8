using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>How deliveries end, and whose word about it counts, the same on every database (fault rows 4 and 5).</summary>
public abstract class SettlementTests : LedgerTest
{
    private protected SettlementTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task Whoever_Slept_Through_The_Lease_Writes_Nothing()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var first = await ClaimOneAsync("one", Duration.Zero);
        var second = await ClaimOneAsync("two");

        await Ledger.SettleAsync([Sent(first, "first")], default);
        await Ledger.ReleaseAsync([first], TestSubscription.Due, default);
        Assert.True(await Ledger.IsMineAsync(second, default));
        await Ledger.SettleAsync([Sent(second, "second")], default);

        Assert.Equal("second", (await DeliveryAsync(subscription)).MessageId);
    }

    [StoreFact]
    public async Task An_Earlier_Claims_End_Does_Not_Count_Beside_The_Later_Ones()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var (earlier, later) = (Sent(await ClaimOneAsync("one", Duration.Zero), "earlier"), Sent(await ClaimOneAsync("two"), "later"));

        await Ledger.SettleAsync([earlier, later, earlier], default);

        Assert.Equal("later", (await DeliveryAsync(subscription)).MessageId);
    }

    [StoreFact]
    public async Task An_End_Is_Recorded_And_The_Subscription_Moves_On()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();
        var after = TestSubscription.Next(claim.Subscription) with
        {
            Strikes = 2,
            LastStrike = TestSubscription.Day,
            State = SubscriptionState.NoAccess,
            StateSince = TestSubscription.Due + Duration.FromHours(1),
            ZoneVersion = "2027a",
            DirectChannel = "D1",
        };

        await Ledger.SettleAsync([new(claim, DeliveryState.Unknown, after)], default);

        Assert.Equal(after, await ReadAsync(subscription));
        Assert.Equal(DeliveryState.Unknown, (await DeliveryAsync(subscription)).State);
        Assert.Equal(1, await CountAsync("delivery WHERE ended_at IS NOT NULL"));
        Assert.Equal(1, await CountAsync("subscription WHERE lease_until IS NULL AND lease_owner IS NULL"));
    }

    [StoreFact]
    public async Task An_End_Leaves_Alone_What_People_May_Edit()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();
        var odd = TestSubscription.Next(claim.Subscription) with
        {
            Owner = "mallory",
            Timetable = new("Asia/Kolkata", LocalTime.Noon, Weekdays.Sunday),
            Topic = "other",
            CohortStart = TestSubscription.Day,
            PausedUntil = TestSubscription.Day,
        };

        await Ledger.SettleAsync([new(claim, DeliveryState.Sent, odd)], default);

        var now = await ReadAsync(subscription);
        Assert.Equal(TestSubscription.Next(subscription with { RoundFrom = TestSubscription.Day }), now);
    }

    [StoreFact]
    public async Task An_End_Said_Twice_Changes_Nothing_More()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();
        await Ledger.SettleAsync([Sent(claim, "first")], default);
        var next = await ClaimOneAsync();

        await Ledger.SettleAsync([Sent(claim, "again")], default);

        Assert.True(await Ledger.IsMineAsync(next, default));
        Assert.Equal("first", (await Subscriptions.DeliveriesAsync(subscription.Id, 10, default))[^1].MessageId);
    }

    [StoreFact]
    public async Task A_Skipped_Delivery_Has_No_Tip()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();

        await Ledger.SettleAsync([new(claim, DeliveryState.Skipped, TestSubscription.Next(claim.Subscription))], default);

        var delivery = await DeliveryAsync(subscription);
        Assert.Equal((DeliveryState.Skipped, null), (delivery.State, delivery.Tip));
    }

    [StoreFact]
    public async Task Many_Ends_Are_Recorded_At_Once_And_Those_Of_Others_Are_Left_Out()
    {
        for (var number = 0; number < 120; number++)
        {
            await AddAsync(TestSubscription.Of(number));
        }

        var claims = (await ClaimAsync(Send, most: 100)).ToSend;
        Assert.True(await Subscriptions.DeleteAsync(claims[7].Subscription.Id, default));
        await Ledger.SettleAsync([.. claims.Select(claim => Sent(claim))], default);

        Assert.Equal(99, await CountAsync("delivery WHERE state = 2 AND message = '1234'"));
        Assert.Equal(99, await CountAsync("subscription WHERE next_date = '2026-11-24'"));
        Assert.Equal(0, await CountAsync("subscription WHERE lease_owner IS NOT NULL"));
    }

    [StoreFact]
    public async Task A_Reserved_Delivery_May_Be_Skipped_Later()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync(lease: Duration.Zero);

        await ClaimAsync(_ => new TipPlan.Skip(TestSubscription.Day.PlusDays(1), Instant.FromUtc(2199, 1, 1, 0, 0)));

        var delivery = await DeliveryAsync(subscription);
        Assert.Equal((DeliveryState.Skipped, claim.Delivery.Key, 1), (delivery.State, delivery.Key, delivery.Attempts));
    }

    [StoreFact]
    public async Task What_Is_Released_Is_Taken_Up_Again_But_Not_Before_Its_Time()
    {
        await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(2));
        var claims = (await ClaimAsync(Send)).ToSend;
        var now = await Ledger.NowAsync(default);

        await Ledger.ReleaseAsync([claims[0]], now + Duration.FromHours(1), default);
        await Ledger.ReleaseAsync([claims[1]], now, default);

        Assert.False(await Ledger.IsMineAsync(claims[0], default));
        var again = await ClaimOneAsync("two");
        Assert.Equal(claims[1].Delivery.Key, again.Delivery.Key);
        Assert.True(again.MayBeThere);
    }

    [StoreFact]
    public async Task Nothing_To_Settle_Or_Release_Is_No_Work()
    {
        await Ledger.SettleAsync([], default);
        await Ledger.ReleaseAsync([], TestSubscription.Due, default);

        Assert.Equal(new([], 0), await ClaimAsync(Send) with { ToSend = [] });
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteSettlementTests() : SettlementTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresSettlementTests() : SettlementTests(new FreshPostgres());

/// <summary>Where no commit is ever known to have gone through.</summary>
public sealed class DoubtfulSettlementTests() : SettlementTests(new DoubtfulSqlite());
