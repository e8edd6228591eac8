using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Coming, going and what is deleted in time, the same on every database.</summary>
public abstract class ResidenceTests : LedgerTest
{
    private const long DayLong = 86_400_000;

    private protected ResidenceTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task What_Is_Left_Rests_And_Goes_On_When_The_Bot_Is_Back()
    {
        var ours = await AddAsync(TestSubscription.Of(1));
        var closed = await AddAsync(TestSubscription.Of(2) with { State = SubscriptionState.NoAccess });
        var person = await AddAsync(TestSubscription.Of(ChatAddress.DirectTo("discord", "ana") with { Workspace = "bootcamp" }, 3));
        var others = await AddAsync(TestSubscription.Of(4, "rivals"));

        await Residence.LeaveAsync("discord", "bootcamp", default);

        Assert.All(await AllAsync(ours, closed, person), row => Assert.Equal(SubscriptionState.Removed, row.State));
        Assert.Equal(others, await ReadAsync(others));

        await Residence.ReturnAsync("discord", "rivals", default);
        Assert.Equal(SubscriptionState.Removed, (await ReadAsync(ours)).State);
        await Residence.ReturnAsync("discord", "bootcamp", default);

        Assert.All(await AllAsync(ours, closed, person), row => Assert.Equal(SubscriptionState.Active, row.State));
        Assert.Equal(0, await CountAsync("departure"));
    }

    [StoreFact]
    public async Task Leaving_Takes_Leases_Away_And_Lets_Nobody_Save_An_Earlier_State()
    {
        var read = await AddAsync(TestSubscription.Of(1));
        var claim = await ClaimOneAsync();

        await Residence.LeaveAsync("discord", "bootcamp", default);

        Assert.False(await Ledger.IsMineAsync(claim, default));
        Assert.False(await Subscriptions.SaveAsync(read with { Topic = "mlops" }, default));
        await Ledger.SettleAsync([Sent(claim)], default);
        Assert.Equal(SubscriptionState.Removed, (await ReadAsync(read)).State);
    }

    [StoreFact]
    public async Task Leaving_Said_Again_Keeps_The_Time_Of_The_First()
    {
        await AddAsync(TestSubscription.Of(1));
        await Residence.LeaveAsync("discord", "bootcamp", default);
        await AgeAsync("departure", "left_at", 5);
        await AgeAsync("subscription", "state_since", 5);

        await Residence.LeaveAsync("discord", "bootcamp", default);

        await AgeAsync("departure", "left_at", 3);
        await Residence.PurgeAsync(default);
        Assert.Equal(0, await CountAsync("subscription"));
    }

    [StoreFact]
    public async Task A_Server_Opens_Its_Closed_Channels_Again()
    {
        var closed = await AddAsync(TestSubscription.Of(1) with { State = SubscriptionState.NoAccess, Strikes = 1 });
        var gone = await AddAsync(TestSubscription.Of(2) with { State = SubscriptionState.Gone });
        var others = await AddAsync(TestSubscription.Of(3, "rivals") with { State = SubscriptionState.NoAccess });

        await Residence.ReopenAsync("discord", "bootcamp", null, default);

        Assert.Equal((SubscriptionState.Active, 0), ((await ReadAsync(closed)).State, (await ReadAsync(closed)).Strikes));
        Assert.Equal([gone, others], await AllAsync(gone, others));
    }

    [StoreFact]
    public async Task A_Conversation_Is_Opened_Again_Whatever_It_Was_Closed_For()
    {
        SubscriptionState[] states = [SubscriptionState.NoAccess, SubscriptionState.Gone, SubscriptionState.DirectMessagesClosed];
        foreach (var state in states)
        {
            var closed = await AddAsync(TestSubscription.Of(ChatAddress.DirectTo("discord", $"{state}"), (int)state) with { State = state, Strikes = 3 });
            var other = await AddAsync(TestSubscription.Of(10 + (int)state) with { State = state });

            await Residence.ReopenAsync("slack", null, $"@{state}", default);
            Assert.Equal(closed, await ReadAsync(closed));
            await Residence.ReopenAsync("discord", "bootcamp", $"@{state}", default);

            Assert.Equal((SubscriptionState.Active, 0), ((await ReadAsync(closed)).State, (await ReadAsync(closed)).Strikes));
            Assert.Equal(other, await ReadAsync(other));
        }
    }

    [StoreFact]
    public async Task What_Was_Removed_Is_Not_Opened_By_A_Message()
    {
        var removed = await AddAsync(TestSubscription.Of(1) with { State = SubscriptionState.Removed });

        await Residence.ReopenAsync("discord", "bootcamp", "channel-1", default);
        await Residence.ReopenAsync("discord", "bootcamp", null, default);
        await Residence.ReopenAsync("discord", null, null, default);

        Assert.Equal(removed, await ReadAsync(removed));
    }

    [StoreFact]
    public async Task Where_Nothing_Rests_Nothing_Is_Written()
    {
        var subscription = await AddAsync(TestSubscription.Of(1));

        await Residence.ReopenAsync("discord", "bootcamp", null, default);
        await Residence.ReturnAsync("discord", "bootcamp", default);

        Assert.Equal(subscription, await ReadAsync(subscription));
    }

    [StoreFact]
    public async Task A_Place_Left_Is_Deleted_After_A_Week_With_All_That_Is_Its_Own()
    {
        await AddAsync(TestSubscription.Of(1));
        await AddAsync(TestSubscription.Of(2, "rivals"));
        await ClaimAsync(_ => new TipPlan.Send("a", TestSubscription.Day));
        await AddTenantAsync("bootcamp");
        await AddTenantAsync("rivals");
        await Residence.LeaveAsync("discord", "bootcamp", default);
        await AgeAsync("departure", "left_at", 6);
        await AgeAsync("subscription", "state_since", 6);
        Assert.Equal(0, await Residence.PurgeAsync(default));
        await AgeAsync("departure", "left_at", 2);

        Assert.Equal(5, await Residence.PurgeAsync(default));

        foreach (var table in (string[])["subscription", "remark", "rating", "vain_form", "vain_text"])
        {
            Assert.Equal(0, await CountAsync($"{table} WHERE workspace = 'bootcamp'"));
            Assert.Equal(1, await CountAsync($"{table} WHERE workspace = 'rivals'"));
        }

        Assert.Equal(1, await CountAsync("delivery"));
        await AgeAsync("departure", "left_at", 7);
        Assert.Equal(1, await Residence.PurgeAsync(default));
        Assert.Equal(0, await CountAsync("departure"));
    }

    [StoreFact]
    public async Task What_Is_Gone_For_A_Week_Is_Deleted()
    {
        foreach (var state in Enum.GetValues<SubscriptionState>())
        {
            await AddAsync(TestSubscription.Of((int)state) with { State = state, StateSince = await Ledger.NowAsync(default) });
        }

        await AgeAsync("subscription", "state_since", 6);
        Assert.Equal(0, await Residence.PurgeAsync(default));
        await AgeAsync("subscription", "state_since", 2);

        Assert.Equal(2, await Residence.PurgeAsync(default));
        Assert.Equal(
            [SubscriptionState.Active, SubscriptionState.NoAccess, SubscriptionState.DirectMessagesClosed],
            (await Subscriptions.CountAsync(default)).Keys.Order());
    }

    [StoreFact]
    public async Task Old_Deliveries_Are_Deleted()
    {
        var today = (await Ledger.NowAsync(default)).InUtc().Date;
        var subscription = await AddAsync(TestSubscription.Of(1) with { NextDate = today.PlusDays(-402) });
        foreach (var days in (int[])[-401, -400, 0])
        {
            await ClaimAsync(_ => new TipPlan.Skip(today.PlusDays(days), TestSubscription.Due));
        }

        Assert.Equal(1, await Residence.PurgeAsync(default));
        Assert.Equal(
            [today.PlusDays(-400), today.PlusDays(-401)],
            (await Subscriptions.DeliveriesAsync(subscription.Id, 10, default)).Select(delivery => delivery.Date));
    }

    [StoreFact]
    public async Task Keys_Of_Events_Are_Kept_For_A_Day_And_Events_For_A_Week()
    {
        var now = await Ledger.NowAsync(default);
        await Inbox.TryAddAsync(Event("open", now), default);
        await Inbox.TryAddAsync(Event("done", now), default);
        await Inbox.FinishAsync(Event("done", now), default);
        await AgeAsync("inbox", "received_at", 0.9);
        Assert.Equal(0, await Residence.PurgeAsync(default));
        await AgeAsync("inbox", "received_at", 0.2);
        Assert.Equal(1, await Residence.PurgeAsync(default));
        Assert.Equal(1, await CountAsync("inbox WHERE event_key = 'open'"));
        await AgeAsync("inbox", "received_at", 6);

        Assert.Equal(1, await Residence.PurgeAsync(default));
    }

    [StoreFact]
    public async Task Small_Things_Are_Deleted_In_Their_Time()
    {
        var now = (await Ledger.NowAsync(default)).ToUnixTimeMilliseconds();
        await AddTenantAsync("bootcamp");
        await ExecuteAsync($"INSERT INTO vain_form VALUES ('discord', 'bootcamp', 'ignored', 'x', 2, {now}, {now})");
        await ExecuteAsync($"INSERT INTO tombstone VALUES ('hash', {now})");
        await Notices.TryBeginAsync("said", default);

        Assert.Equal(0, await PurgeAtAsync(29));
        Assert.Equal(3, await PurgeAtAsync(2));
        Assert.Equal(1, await CountAsync("remark"));
        Assert.Equal(0, await PurgeAtAsync(368));
        Assert.Equal(2, await PurgeAtAsync(2));
    }

    [StoreFact]
    public async Task Two_Who_Purge_At_Once_Do_No_Harm()
    {
        for (var number = 0; number < 50; number++)
        {
            await AddAsync(TestSubscription.Of(number) with { State = SubscriptionState.Gone, StateSince = NodaConstants.UnixEpoch });
        }

        var rows = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Residence.PurgeAsync(default))));

        Assert.Equal(50, rows.Sum());
    }

    private static InboxEvent Event(string key, Instant at) =>
        new() { Platform = "slack", Keys = [key], User = "ana", Contents = "{}", ReceivedAt = at };

    private Task<Subscription[]> AllAsync(params Subscription[] subscriptions) => Task.WhenAll(subscriptions.Select(ReadAsync));

    private Task<int> AgeAsync(string table, string column, double days) =>
        ExecuteAsync($"UPDATE {table} SET {column} = {column} - {(long)(days * DayLong)}");

    private async Task<int> PurgeAtAsync(int days)
    {
        await AgeAsync("vain_form", "latest", days);
        await AgeAsync("vain_text", "asked_at", days);
        await AgeAsync("tombstone", "deleted_at", days);
        await AgeAsync("notice", "begun_at", days);
        return await Residence.PurgeAsync(default);
    }

    private async Task AddTenantAsync(string workspace)
    {
        var now = (await Ledger.NowAsync(default)).ToUnixTimeMilliseconds();
        await ExecuteAsync($"""
            INSERT INTO remark VALUES ('{workspace}', 'discord', '{workspace}', NULL, 'fine', {now});
            INSERT INTO rating VALUES ('discord', '{workspace}', 'mlops', 1, 0);
            INSERT INTO vain_form VALUES ('discord', '{workspace}', 'form', 'id', 0, 1, {now});
            INSERT INTO vain_text VALUES ('discord', '{workspace}', 'form', 'words', {now})
            """);
    }
}

public sealed class SqliteResidenceTests() : ResidenceTests(new FreshSqlite());

public sealed class PostgresResidenceTests() : ResidenceTests(new FreshPostgres());
