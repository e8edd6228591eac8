using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Standing orders, the same on every database.</summary>
public abstract class SubscriptionStoreTests : LedgerTest
{
    private const string Hostile = "'; DROP TABLE subscription; --\" \\ % _ {0} @Id $1 :x \u202e 💥 \ud800 \0 end";

    private protected SubscriptionStoreTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task Everything_About_A_Subscription_Is_Kept()
    {
        var subscription = TestSubscription.Of(new ChatAddress("discord", "channel", "thread") { Workspace = "bootcamp" }) with
        {
            Topic = "mlops",
            CohortStart = TestSubscription.Day,
            PausedUntil = TestSubscription.Day.PlusDays(1),
            State = SubscriptionState.DirectMessagesClosed,
            Strikes = 2,
            LastStrike = TestSubscription.Day.PlusDays(-1),
            RoundFrom = TestSubscription.Day.PlusDays(-10),
            LastDate = TestSubscription.Day.PlusDays(-2),
        };

        Assert.Equal(subscription with { Version = 1 }, await AddAsync(subscription));
    }

    [StoreFact]
    public async Task There_Is_One_A_Topic_In_Each_Place()
    {
        await AddAsync(TestSubscription.Of(1));

        Assert.False(await Subscriptions.SaveAsync(TestSubscription.Of(1) with { Id = TestSubscription.IdOf(2) }, default));
        Assert.True(await Subscriptions.SaveAsync(TestSubscription.Of(1) with { Id = TestSubscription.IdOf(3), Topic = "mlops" }, default));
        Assert.True(await Subscriptions.SaveAsync(TestSubscription.Of(4), default));
        Assert.Equal([null, "mlops"], (await Subscriptions.OfPlaceAsync(TestSubscription.Of(1).To, default)).Select(row => row.Topic));
    }

    [StoreFact]
    public async Task A_Change_To_Anothers_Topic_Is_Refused()
    {
        await AddAsync(TestSubscription.Of(1));
        var other = await AddAsync(TestSubscription.Of(1) with { Id = TestSubscription.IdOf(2), Topic = "mlops" });

        Assert.False(await Subscriptions.SaveAsync(other with { Topic = null }, default));
        Assert.Equal(other, await ReadAsync(other));
    }

    [StoreFact]
    public async Task Of_Two_Changes_At_Once_The_Second_Is_Refused()
    {
        var read = await AddAsync(TestSubscription.Of(1));

        Assert.True(await Subscriptions.SaveAsync(read with { Topic = "mlops" }, default));
        Assert.False(await Subscriptions.SaveAsync(read with { Topic = "salary" }, default));
        Assert.Equal((2, "mlops"), ((await ReadAsync(read)).Version, (await ReadAsync(read)).Topic));
    }

    [StoreFact]
    public async Task A_Change_Of_What_Was_Deleted_Is_Refused()
    {
        var read = await AddAsync(TestSubscription.Of(1));

        Assert.True(await Subscriptions.DeleteAsync(read.Id, default));
        Assert.False(await Subscriptions.DeleteAsync(TestSubscription.IdOf(2), default));
        Assert.False(await Subscriptions.SaveAsync(read with { Topic = "mlops" }, default));
        Assert.Empty(await Subscriptions.OfPlaceAsync(read.To, default));
    }

    [StoreFact]
    public async Task A_Change_Does_Not_Take_Back_What_A_Delivery_Wrote_Meanwhile()
    {
        var read = await AddAsync(TestSubscription.Of(1));
        await Ledger.SettleAsync([Sent(await ClaimOneAsync())], default);

        Assert.True(await Subscriptions.SaveAsync(read with { Topic = "mlops" }, default));

        var now = await ReadAsync(read);
        Assert.Equal((TestSubscription.Day, TestSubscription.Day, "mlops"), (now.LastDate, now.RoundFrom, now.Topic));
    }

    [StoreFact]
    public async Task A_Place_Knows_Its_Own_Alone()
    {
        var here = await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(2));
        await AddAsync(TestSubscription.Of(here.To with { Thread = "thread" }, 3));
        await AddAsync(TestSubscription.Of(here.To with { Platform = "slack" }, 4));

        Assert.Equal([here], await Subscriptions.OfPlaceAsync(here.To, default));
        Assert.Equal([here], await Subscriptions.OfPlaceAsync(here.To with { Workspace = null }, default));
        Assert.Empty(await Subscriptions.OfPlaceAsync(here.To with { Workspace = "rivals" }, default));
        Assert.Empty(await Subscriptions.OfPlaceAsync(here.To with { Conversation = "channel-9" }, default));
    }

    [StoreFact]
    public async Task A_Workspace_Knows_Its_Own_Channels_Alone()
    {
        var first = await AddAsync(TestSubscription.Of(2));
        var second = await AddAsync(TestSubscription.Of(3));
        await AddAsync(TestSubscription.Of(4, "rivals"));
        await AddAsync(TestSubscription.Of(5, workspace: null));
        await AddAsync(TestSubscription.Of(new("slack", "C1") { Workspace = "bootcamp" }, 6));
        await AddAsync(TestSubscription.Of(ChatAddress.DirectTo("discord", "ana") with { Workspace = "bootcamp" }, 7));

        Assert.Equal([first, second], await Subscriptions.OfWorkspaceAsync("discord", "bootcamp", default));
        Assert.Equal([TestSubscription.IdOf(5)], (await Subscriptions.OfWorkspaceAsync("discord", null, default)).Select(row => row.Id));
        Assert.Empty(await Subscriptions.OfWorkspaceAsync("discord", "", default));
    }

    [StoreFact]
    public async Task A_Persons_Are_Counted()
    {
        await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.OfPerson("ana"));
        await AddAsync(TestSubscription.Of(2) with { Owner = "ben" });
        await AddAsync(TestSubscription.Of(3) with { Owner = null });

        Assert.Equal(2, await Subscriptions.CountOfOwnerAsync(new("discord", "ana"), default));
        Assert.Equal(0, await Subscriptions.CountOfOwnerAsync(new("slack", "ana"), default));
    }

    [StoreFact]
    public async Task Those_With_Other_Zone_Data_Are_Found()
    {
        await AddAsync(TestSubscription.Of(1));
        var second = await AddAsync(TestSubscription.Of(3) with { ZoneVersion = "2025b" });
        var first = await AddAsync(TestSubscription.Of(2) with { ZoneVersion = "2027a" });
        await AddAsync(TestSubscription.Of(4) with { ZoneVersion = "2025b", State = SubscriptionState.Gone });

        Assert.Equal([first, second], await Subscriptions.WithOtherZonesAsync("2026f", 10, default));
        Assert.Equal([first], await Subscriptions.WithOtherZonesAsync("2026f", 1, default));
    }

    [StoreFact]
    public async Task They_Are_Counted_By_State()
    {
        Assert.Empty(await Subscriptions.CountAsync(default));
        await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(2));
        await AddAsync(TestSubscription.Of(3) with { State = SubscriptionState.Removed });

        Assert.Equal(
            new Dictionary<SubscriptionState, int> { [SubscriptionState.Active] = 2, [SubscriptionState.Removed] = 1 },
            await Subscriptions.CountAsync(default));
    }

    [StoreFact]
    public async Task Deliveries_Come_The_Latest_First()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(2));
        for (var day = 0; day < 3; day++)
        {
            var claims = await ClaimAsync(due => new TipPlan.Send($"tip-{day}", TestSubscription.Day));
            await Ledger.SettleAsync([.. claims.ToSend.Select(claim => Sent(claim))], default);
        }

        Assert.Equal(["tip-2", "tip-1"], (await Subscriptions.DeliveriesAsync(subscription.Id, 2, default)).Select(delivery => delivery.Tip));
        Assert.Empty(await Subscriptions.DeliveriesAsync("nobody", 2, default));
    }

    [StoreFact]
    public async Task Hostile_Texts_Are_Kept_As_Texts()
    {
        var plain = Hostile.Replace("\0", "", StringComparison.Ordinal).Replace('\ud800', '\ufffd');
        var hostile = TestSubscription.Of(new ChatAddress("discord", Hostile, Hostile) { Workspace = Hostile }) with { Owner = Hostile, Topic = Hostile };

        Assert.True(await Subscriptions.SaveAsync(hostile, default));

        var kept = Assert.Single(await Subscriptions.OfPlaceAsync(hostile.To, default));
        Assert.All([kept.To.Conversation, kept.To.Thread, kept.To.Workspace, kept.Owner, kept.Topic], text => Assert.Equal(plain, text));
        Assert.Equal(kept, Assert.Single(await Subscriptions.OfWorkspaceAsync("discord", Hostile, default)));
        Assert.Equal(1, await Subscriptions.CountOfOwnerAsync(new("discord", Hostile), default));
        Assert.False(await Subscriptions.DeleteAsync(Hostile, default));

        await Ledger.SettleAsync([Sent(await ClaimOneAsync(tip: Hostile), Hostile)], default);
        var delivery = await DeliveryAsync(kept);
        Assert.Equal((plain, plain), (delivery.Tip, delivery.MessageId));
    }

    [StoreFact]
    public async Task Two_Who_Add_The_Same_At_Once_Make_One()
    {
        for (var round = 0; round < 20; round++)
        {
            var saved = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Task.Run(() =>
                Subscriptions.SaveAsync(TestSubscription.Of(round) with { Id = TestSubscription.IdOf((round * 3) + number) }, default))));

            Assert.Single(saved, isSaved => isSaved);
        }
    }

    [StoreFact]
    public async Task Of_Two_Who_Change_Towards_The_Same_Topic_At_Once_One_Succeeds()
    {
        for (var round = 0; round < 20; round++)
        {
            var first = await AddAsync(TestSubscription.Of(round) with { Topic = "a" });
            var second = await AddAsync(TestSubscription.Of(round) with { Id = TestSubscription.IdOf(1000 + round), Topic = "b" });

            var saved = await Task.WhenAll(
                Task.Run(() => Subscriptions.SaveAsync(first with { Topic = "c" }, default)),
                Task.Run(() => Subscriptions.SaveAsync(second with { Topic = "c" }, default)));

            Assert.Single(saved, isSaved => isSaved);
        }
    }
}

public sealed class SqliteSubscriptionStoreTests() : SubscriptionStoreTests(new FreshSqlite());

public sealed class PostgresSubscriptionStoreTests() : SubscriptionStoreTests(new FreshPostgres());

/// <summary>Where no commit is ever known to have gone through.</summary>
public sealed class DoubtfulSubscriptionStoreTests() : SubscriptionStoreTests(new DoubtfulSqlite());
