using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Events and their keys, the same on every database.</summary>
public abstract class InboxStoreTests : LedgerTest
{
    private protected InboxStoreTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task An_Event_Is_New_Once_Under_Whichever_Key_It_Comes()
    {
        Assert.True(await Inbox.TryAddAsync(await EventAsync("a", "b"), default));
        Assert.False(await Inbox.TryAddAsync(await EventAsync("a", "b"), default));
        Assert.False(await Inbox.TryAddAsync(await EventAsync("b"), default));
        Assert.False(await Inbox.TryAddAsync(await EventAsync("c", "b"), default));
        Assert.False(await Inbox.TryAddAsync(await EventAsync("d", "c"), default));
        Assert.True(await Inbox.TryAddAsync(await EventAsync("e"), default));
        Assert.True(await Inbox.TryAddAsync(await EventAsync("a") with { Platform = "discord" }, default));
        Assert.Equal(3, await CountAsync("inbox WHERE state = 0 AND contents IS NOT NULL"));
        Assert.Equal(3, await CountAsync("inbox WHERE contents IS NOT NULL OR person IS NOT NULL OR lease_until IS NOT NULL"));
    }

    [StoreFact]
    public async Task A_Copy_Does_Not_End_The_Event()
    {
        var item = await EventAsync("a", "b");
        await Inbox.TryAddAsync(item, default);

        await Inbox.TryAddAsync(await EventAsync("a", "c"), default);

        Assert.True(await Inbox.BeginAnswerAsync(item, default));
    }

    [StoreFact]
    public async Task Of_Many_Copies_At_Once_One_Is_New()
    {
        for (var round = 0; round < 30; round++)
        {
            string[] keys = [$"{round}-a", $"{round}-b", $"{round}-c"];
            var items = await Task.WhenAll(
                EventAsync(keys[0], keys[1]), EventAsync(keys[1], keys[2], keys[0]), EventAsync(keys[2], keys[1]), EventAsync(keys[1]));
            var isNew = await Task.WhenAll(items.Select(item => Task.Run(() => Inbox.TryAddAsync(item, default))));

            Assert.Single(isNew, one => one);
        }

        Assert.Equal(30, await CountAsync("inbox WHERE state = 0"));
    }

    [StoreFact]
    public async Task What_Is_Dealt_With_Is_Forgotten_But_For_Its_Keys()
    {
        var item = await EventAsync("a", "b");
        await Inbox.TryAddAsync(item, default);
        Assert.True(await Inbox.BeginAnswerAsync(item, default));

        await Inbox.FinishAsync(item, default);

        Assert.Equal(2, await CountAsync("inbox WHERE state = 2 AND contents IS NULL AND person IS NULL AND lease_until IS NULL"));
        Assert.False(await Inbox.TryAddAsync(item, default));
        Assert.False(await Inbox.BeginAnswerAsync(item, default));
        await LeasesRunOutAsync();
        Assert.Empty(await Inbox.TakeOverAsync("slack", 10, default));
    }

    [StoreFact]
    public async Task What_Nobody_Deals_With_Is_Taken_Over_The_Oldest_First()
    {
        await Inbox.TryAddAsync(await EventAsync("new"), default);
        await Inbox.TryAddAsync(await EventAsync("old", "older") with { ReceivedAt = TestSubscription.Due }, default);
        await Inbox.TryAddAsync(await EventAsync("other") with { Platform = "discord" }, default);
        Assert.Empty(await Inbox.TakeOverAsync("slack", 10, default));
        await LeasesRunOutAsync();

        var first = Assert.Single(await Inbox.TakeOverAsync("slack", 1, default));
        var second = Assert.Single(await Inbox.TakeOverAsync("slack", 10, default));

        Assert.Equal(("old", "ana", "{\"text\":\"it's \\u0000 \\\"so\\\"\"}"), (first.Keys[0], first.User, first.Contents));
        Assert.Equal((TestSubscription.Due, 1, false), (first.ReceivedAt, first.Fence, first.MayBeAnswered));
        Assert.Equal("new", second.Keys[0]);
    }

    [StoreFact]
    public async Task Whoever_Lost_An_Event_Does_Not_Answer_It()
    {
        var item = await EventAsync("a");
        await Inbox.TryAddAsync(item, default);
        await LeasesRunOutAsync();
        var taken = Assert.Single(await Inbox.TakeOverAsync("slack", 10, default));

        Assert.False(await Inbox.BeginAnswerAsync(item, default));
        await Inbox.FinishAsync(item, default);
        Assert.True(await Inbox.BeginAnswerAsync(taken, default));
    }

    [StoreFact]
    public async Task What_Was_Being_Answered_May_Be_Answered()
    {
        var item = await EventAsync("a");
        await Inbox.TryAddAsync(item, default);
        await LeasesRunOutAsync();
        Assert.True(await Inbox.BeginAnswerAsync(item, default));
        Assert.Empty(await Inbox.TakeOverAsync("slack", 10, default));
        await LeasesRunOutAsync();

        Assert.True(Assert.Single(await Inbox.TakeOverAsync("slack", 10, default)).MayBeAnswered);
    }

    [StoreFact]
    public async Task What_Was_Deleted_Is_Not_Answered()
    {
        var item = await EventAsync("a");
        await Inbox.TryAddAsync(item, default);
        await ExecuteAsync("DELETE FROM inbox WHERE person = 'ana'");

        Assert.False(await Inbox.BeginAnswerAsync(item, default));
        await Inbox.FinishAsync(item, default);
    }

    [StoreFact]
    public async Task Those_Who_Take_Over_At_Once_Share()
    {
        for (var number = 0; number < 40; number++)
        {
            await Inbox.TryAddAsync(await EventAsync($"{number}"), default);
        }

        await LeasesRunOutAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Inbox.TakeOverAsync("slack", 10, default))));
        var rest = await Inbox.TakeOverAsync("slack", 100, default);

        var keys = taken.SelectMany(items => items).Concat(rest).Select(item => item.Keys[0]).ToList();
        Assert.Equal(40, keys.Count);
        Assert.Equal(40, keys.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<InboxEvent> EventAsync(params string[] keys) => new()
    {
        Platform = "slack",
        Keys = keys,
        User = "ana",
        Contents = "{\"text\":\"it's \\u0000 \\\"so\\\"\"}",
        ReceivedAt = await Ledger.NowAsync(default),
    };

    private Task<int> LeasesRunOutAsync() => ExecuteAsync("UPDATE inbox SET lease_until = lease_until - 121000");
}

public sealed class SqliteInboxStoreTests() : InboxStoreTests(new FreshSqlite());

public sealed class PostgresInboxStoreTests() : InboxStoreTests(new FreshPostgres());
