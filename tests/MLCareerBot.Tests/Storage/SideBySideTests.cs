using System.Collections.Concurrent;
using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Several instances on one database (fault row 6).</summary>
public abstract class SideBySideTests : LedgerTest
{
    private const int Rounds = 100;
    private const int Rows = 12;

    private protected SideBySideTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task Of_Three_That_Start_Together_Each_Row_Has_One()
    {
        for (var number = 0; number < Rows; number++)
        {
            await AddAsync(TestSubscription.Of(number));
        }

        for (var round = 0; round < Rounds; round++)
        {
            using var start = new Barrier(3);
            var claims = (await Task.WhenAll(Start(start, "one"), Start(start, "two"), Start(start, "three"))).SelectMany(claimed => claimed.ToSend).ToList();

            Assert.Equal(claims.Count, claims.Select(claim => claim.Delivery.Key).Distinct(StringComparer.Ordinal).Count());
            Assert.All(claims, claim => Assert.False(claim.MayBeThere));
            var rest = (await ClaimAsync(UntilTheFifthDay)).ToSend;
            Assert.Equal(Rows, claims.Count + rest.Count);
            await Ledger.SettleAsync([.. claims.Concat(rest).Select(claim => Sent(claim))], default);
        }

        Assert.Equal(Rows * Rounds, await CountAsync("delivery WHERE state = 2 AND attempts = 1"));
    }

    [StoreFact]
    public async Task Those_That_Work_Side_By_Side_Send_Each_Date_Once()
    {
        for (var number = 0; number < 60; number++)
        {
            await AddAsync(TestSubscription.Of(number));
        }

        var sent = (await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Task.Run(() => WorkAsync($"{number}"))))).SelectMany(keys => keys).ToList();

        Assert.Equal(60 * 5, sent.Count);
        Assert.Equal(60 * 5, sent.Distinct(StringComparer.Ordinal).Count());
    }

    [StoreFact]
    public async Task Edits_At_The_Same_Time_Lose_Nothing_And_Double_Nothing()
    {
        for (var number = 0; number < 8; number++)
        {
            await AddAsync(TestSubscription.Of(number));
        }

        var sent = new ConcurrentBag<string>();
        var editing = Task.Run(EditAsync);
        await Task.WhenAll(Task.Run(() => SendAsync(sent)), Task.Run(() => SendAsync(sent)), editing);
        await SendAsync(sent);

        Assert.Equal(8 * 5, sent.Count);
        Assert.Equal(8 * 5, sent.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8 * 5, await CountAsync("delivery WHERE state = 2"));
    }

    // An edit that was begun before an end may put the date back to the one that has ended.
    private static TipPlan UntilTheFifthDay(DueTip due) => due.Subscription.NextDate switch
    {
        var date when date >= TestSubscription.Day.PlusDays(5) => new TipPlan.MoveOn(date, Instant.FromUtc(2199, 1, 1, 0, 0)),
        var date when due.Earlier is { State: not DeliveryState.Reserved } => new TipPlan.MoveOn(date.PlusDays(1), TestSubscription.Due),
        _ => new TipPlan.Send("read-a-paper", TestSubscription.Day),
    };

    private Task<Claims> Start(Barrier start, string owner) => Task.Factory.StartNew(
        () =>
        {
            start.SignalAndWait();
            return ClaimAsync(due => new TipPlan.Send("read-a-paper", TestSubscription.Day), owner, most: 5);
        },
        default,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default).Unwrap();

    private async Task<List<string>> WorkAsync(string owner)
    {
        var sent = new List<string>();
        while (await ClaimAsync(UntilTheFifthDay, owner, most: 7) is { Examined: > 0 } claims)
        {
            sent.AddRange(claims.ToSend.Select(claim => claim.Delivery.Key));
            await Ledger.SettleAsync([.. claims.ToSend.Select(claim => Sent(claim))], default);
        }

        return sent;
    }

    // As the sweep does: a last look before the wire, and whatever may be there is looked for.
    private async Task SendAsync(ConcurrentBag<string> sent)
    {
        while (await ClaimAsync(UntilTheFifthDay, most: 3) is { Examined: > 0 } claims)
        {
            foreach (var claim in claims.ToSend.Where(claim => !claim.MayBeThere || !sent.Contains(claim.Delivery.Key)))
            {
                if (await Ledger.IsMineAsync(claim, default))
                {
                    sent.Add(claim.Delivery.Key);
                }
            }

            await Ledger.SettleAsync([.. claims.ToSend.Where(claim => sent.Contains(claim.Delivery.Key)).Select(claim => Sent(claim))], default);
        }
    }

    private async Task EditAsync()
    {
        for (var edit = 0; edit < 100; edit++)
        {
            var row = (await Subscriptions.OfWorkspaceAsync("discord", "bootcamp", default))[edit % 8];
            await Subscriptions.SaveAsync(row with { Topic = $"topic-{edit}" }, default);
        }
    }
}

public sealed class SqliteSideBySideTests() : SideBySideTests(new FreshSqlite());

public sealed class PostgresSideBySideTests() : SideBySideTests(new FreshPostgres());
