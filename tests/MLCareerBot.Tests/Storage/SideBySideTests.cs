using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Several instances on one database.</summary>
public abstract class SideBySideTests(string kind) : StoreTests(kind)
{
    private const int Rounds = 100;
    private const int Rows = 12;

    [Fact]
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
            var rest = (await ClaimAsync(Send)).ToSend;
            Assert.Equal(Rows, claims.Count + rest.Count);
            await Ledger.SettleAsync([.. claims.Concat(rest).Select(claim => Sent(claim))], default);
        }

        Assert.Equal(Rows * Rounds, await CountAsync("delivery WHERE state = 2 AND attempts = 1"));
    }

    [Fact]
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

    private static TipPlan Send(DueTip due) => due.Subscription.NextDate < TestSubscription.Day.PlusDays(5)
        ? new TipPlan.Send("read-a-paper", TestSubscription.Day)
        : new TipPlan.MoveOn(due.Subscription.NextDate, Instant.FromUtc(2199, 1, 1, 0, 0));

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
        while (await ClaimAsync(Send, owner, most: 7) is { Examined: > 0 } claims)
        {
            sent.AddRange(claims.ToSend.Select(claim => claim.Delivery.Key));
            await Ledger.SettleAsync([.. claims.ToSend.Select(claim => Sent(claim))], default);
        }

        return sent;
    }
}

public sealed class SideBySideOnSqliteTests() : SideBySideTests(TestDatabase.Sqlite);
