using MLCareerBot.Memory;
using MLCareerBot.Storage.Deliveries;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Who gets what is due, for how long, and what the plan sees, the same on every database (fault rows 1, 4 to 6).</summary>
public abstract class ClaimTests : LedgerTest
{
    private protected ClaimTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task Claims_What_Is_Due_And_Active_On_The_Platform_The_Oldest_First()
    {
        await AddAsync(TestSubscription.Of(2));
        await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(3));
        await AddAsync(TestSubscription.Of(4) with { State = SubscriptionState.NoAccess });
        await AddAsync(TestSubscription.Of(5) with { NextDue = Instant.FromUtc(2199, 1, 1, 0, 0) });
        await AddAsync(TestSubscription.Of(new("slack", "C1"), 6));

        var claims = await ClaimAsync(Send, most: 2);

        Assert.Equal([TestSubscription.IdOf(1), TestSubscription.IdOf(2)], claims.ToSend.Select(claim => claim.Subscription.Id));
        Assert.Equal(2, claims.Examined);
    }

    [StoreFact]
    public async Task What_Is_Late_And_What_Comes_Due_Now_Are_Claimed_Apart()
    {
        await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(2));
        var border = TestSubscription.Of(2).NextDue;
        var request = new ClaimRequest("discord", 10, "one", Duration.FromHours(1));

        var late = await Ledger.ClaimAsync(request with { DueBefore = border }, Send, default);
        var present = await Ledger.ClaimAsync(request with { DueFrom = border }, Send, default);

        Assert.Equal(TestSubscription.IdOf(1), Assert.Single(late.ToSend).Subscription.Id);
        Assert.Equal(TestSubscription.IdOf(2), Assert.Single(present.ToSend).Subscription.Id);
    }

    [StoreFact]
    public async Task A_Claim_Reserves_The_Date_And_Nobody_Else_Gets_It()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var before = await Ledger.NowAsync(default);

        var claim = await ClaimOneAsync(tip: "read-a-paper");

        Assert.Equal($"{subscription.Id}.20261123", claim.Delivery.Key);
        Assert.Equal(("read-a-paper", DeliveryState.Reserved, 1, false), (claim.Delivery.Tip, claim.Delivery.State, claim.Delivery.Attempts, claim.MayBeThere));
        Assert.InRange(claim.Delivery.ReservedAt, before, await Ledger.NowAsync(default));
        Assert.Equal(Stored(claim.Delivery), await DeliveryAsync(subscription));
        Assert.True(await Ledger.IsMineAsync(claim, default));
        Assert.Equal(0, (await ClaimAsync(Send, "two")).Examined);
    }

    [StoreFact]
    public async Task A_Round_That_Begins_Is_Noted_With_The_Claim()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));

        var claims = await ClaimAsync(due => new TipPlan.Send("a", due.Subscription.NextDate));

        Assert.Equal(TestSubscription.Day, Assert.Single(claims.ToSend).Subscription.RoundFrom);
        Assert.Equal(TestSubscription.Day, (await ReadAsync(subscription)).RoundFrom);
    }

    [StoreFact]
    public async Task After_A_Lease_Has_Run_Out_The_Next_Has_The_Same_Delivery_And_Knows_That_It_May_Be_There()
    {
        await AddAsync(TestSubscription.Of(1));
        var first = await ClaimOneAsync("one", Duration.Zero);

        var second = await ClaimOneAsync("two");

        Assert.True(second.MayBeThere);
        Assert.Equal(Stored(first.Delivery) with { Attempts = 2 }, Stored(second.Delivery));
        Assert.True(second.Fence > first.Fence);
        Assert.False(await Ledger.IsMineAsync(first, default));
        Assert.True(await Ledger.IsMineAsync(second, default));
    }

    [StoreFact]
    public async Task Nobody_Sends_After_The_Lease_Though_Nobody_Else_Took_It()
    {
        await AddAsync(TestSubscription.Of(1));

        Assert.False(await Ledger.IsMineAsync(await ClaimOneAsync(lease: Duration.Zero), default));
    }

    [StoreFact]
    public async Task What_Is_Skipped_Is_Recorded_And_Moved_On_In_The_Claim()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var (date, due) = (TestSubscription.Day.PlusDays(3), Instant.FromUtc(2199, 1, 1, 0, 0));

        var claims = await ClaimAsync(_ => new TipPlan.Skip(date, due));

        Assert.Empty(claims.ToSend);
        Assert.Equal(1, claims.Examined);
        Assert.Equal(subscription with { LastDate = TestSubscription.Day, NextDate = date, NextDue = due }, await ReadAsync(subscription));
        var delivery = await DeliveryAsync(subscription);
        Assert.Equal((DeliveryState.Skipped, null, 0), (delivery.State, delivery.Tip, delivery.Attempts));
        Assert.Equal(0, (await ClaimAsync(Send)).Examined);
    }

    [StoreFact]
    public async Task Moving_On_Records_Nothing()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var (date, due) = (TestSubscription.Day.PlusDays(1), Instant.FromUtc(2199, 1, 1, 0, 0));

        await ClaimAsync(_ => new TipPlan.MoveOn(date, due));

        Assert.Equal(subscription with { NextDate = date, NextDue = due }, await ReadAsync(subscription));
        Assert.Empty(await Subscriptions.DeliveriesAsync(subscription.Id, 10, default));
    }

    [StoreFact]
    public async Task A_Date_That_Has_Ended_Is_Not_Sent_Again_Whatever_The_Plan_Says()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        await Ledger.SettleAsync([Sent(await ClaimOneAsync())], default);
        var earlier = (await ReadAsync(subscription)) with { NextDate = TestSubscription.Day };
        Assert.True(await Subscriptions.SaveAsync(earlier, default));
        DueTip? seen = null;

        var claims = await ClaimAsync(due => Send(seen = due));

        Assert.Empty(claims.ToSend);
        Assert.Equal(DeliveryState.Sent, seen?.Earlier?.State);
        Assert.Equal((DeliveryState.Sent, 1), ((await DeliveryAsync(subscription)).State, (await DeliveryAsync(subscription)).Attempts));
        Assert.Equal(0, (await ClaimAsync(Send)).Examined);
    }

    [StoreFact]
    public async Task A_Plan_Sees_The_Whole_Round_And_The_Last_Few_Before_It()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        for (var day = 0; day < 60; day++)
        {
            var claims = await ClaimAsync(due => day % 10 == 9
                ? new TipPlan.Skip(due.Subscription.NextDate.PlusDays(1), TestSubscription.Due)
                : new TipPlan.Send($"tip-{day}", TestSubscription.Day.PlusDays(day < 30 ? 0 : 30)));
            await Ledger.SettleAsync([.. claims.ToSend.Select(claim => Sent(claim))], default);
        }

        DueTip? seen = null;
        await ClaimAsync(due => Send(seen = due));

        var expected = Enumerable.Range(0, 60).Reverse().Where(day => day % 10 != 9);
        Assert.Equal(
            expected.Take(27 + LedgerSql.Before).Select(day => (TestSubscription.Day.PlusDays(day), $"tip-{day}")),
            seen?.Past.Select(delivery => (delivery.Date, delivery.Tip ?? "")));
        Assert.Null(seen?.Earlier);
        Assert.Equal(60, (await Subscriptions.DeliveriesAsync(subscription.Id, 100, default)).Count(delivery => delivery.State != DeliveryState.Reserved));
    }

    [StoreFact]
    public async Task Before_The_First_Round_A_Plan_Sees_The_Last_Few()
    {
        await AddAsync(TestSubscription.Of(1));
        await ClaimAsync(_ => new TipPlan.MoveOn(TestSubscription.Day.PlusDays(1), TestSubscription.Due));
        DueTip? seen = null;

        await ClaimAsync(due => Send(seen = due));

        Assert.Empty(seen?.Past ?? throw new InvalidOperationException("It was not asked."));
        Assert.InRange(seen.Now, TestSubscription.Due, await Ledger.NowAsync(default));
    }

    [StoreFact]
    public async Task An_Edit_Takes_The_Lease_Away()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();
        var edited = (await ReadAsync(subscription)) with { Timetable = new("Asia/Kolkata", LocalTime.Noon, Weekdays.Daily), NextDate = TestSubscription.Day.PlusDays(1) };

        Assert.True(await Subscriptions.SaveAsync(edited, default));
        Assert.False(await Ledger.IsMineAsync(claim, default));
        await Ledger.SettleAsync([Sent(claim)], default);

        Assert.Equal(edited with { Version = 2 }, await ReadAsync(subscription));
        Assert.Equal(DeliveryState.Reserved, (await DeliveryAsync(subscription)).State);
    }

    [StoreFact]
    public async Task An_Edit_That_Keeps_The_Date_Leaves_The_Delivery_In_Doubt()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        await ClaimOneAsync();

        Assert.True(await Subscriptions.SaveAsync((await ReadAsync(subscription)) with { Topic = "mlops" }, default));

        Assert.True((await ClaimOneAsync("two")).MayBeThere);
    }

    [StoreFact]
    public async Task What_Is_Deleted_While_Leased_Is_Not_Sent_And_Leaves_Nothing()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();

        Assert.True(await Subscriptions.DeleteAsync(subscription.Id, default));
        Assert.False(await Ledger.IsMineAsync(claim, default));
        await Ledger.SettleAsync([Sent(claim)], default);
        await Ledger.ReleaseAsync([claim], TestSubscription.Due, default);

        Assert.Equal(0, await CountAsync("subscription") + await CountAsync("delivery"));
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteClaimTests() : ClaimTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresClaimTests() : ClaimTests(new FreshPostgres());

/// <summary>Where no commit is ever known to have gone through.</summary>
public sealed class DoubtfulClaimTests() : ClaimTests(new DoubtfulSqlite());
