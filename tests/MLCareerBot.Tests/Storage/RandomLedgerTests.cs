using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>Thousands of things at random, each of which a bot may do or suffer, against what the ledger promises.</summary>
public abstract class RandomLedgerTests : LedgerTest
{
    private static readonly Instant Never = Instant.FromUtc(2199, 1, 1, 0, 0);

    private readonly int _steps;
    private readonly List<Claim> _claims = [];
    private LedgerModel _model = new();
    private Random _random = new(0);
    private int _added;

    private protected RandomLedgerTests(FreshStore store, int steps)
        : base(store)
    {
        _steps = steps;
    }

    [StoreFact]
    public async Task Nothing_Is_Lost_And_Nothing_Ends_Twice()
    {
        foreach (var seed in Enumerable.Range(1, 3))
        {
            await ExecuteAsync("DELETE FROM subscription");
            (_random, _model) = (new(seed), new());
            for (var step = 0; step < _steps; step++)
            {
                await StepAsync();
            }

            await CompareAsync();
        }
    }

    private Task StepAsync() => _random.Next(20) switch
    {
        0 or 1 => AddAsync(),
        < 9 => ClaimAsync(),
        < 13 => SettleAsync(),
        13 or 14 => ReleaseAsync(),
        15 => SaveAsync(),
        16 => _random.Next(3) == 0 ? DeleteAsync() : SaveAsync(),
        17 => MoveAsync(),
        18 => LookAsync(),
        _ => CompareAsync(),
    };

    private async Task AddAsync()
    {
        if (_model.Ids.Count < 12)
        {
            _model.Add(await AddAsync(TestSubscription.Of(_added++)));
        }
    }

    private async Task ClaimAsync()
    {
        var isLong = _random.Next(2) == 0;
        var skipped = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var due = _model.Due.ToHashSet(StringComparer.Ordinal);
        var most = _random.Next(1, 6);
        var claims = await ClaimAsync(Plan, "somebody", most, isLong ? Duration.FromHours(1) : Duration.Zero);

        Assert.Subset(due, seen);
        Assert.Equal(Math.Min(most, due.Count), claims.Examined);
        claims.ToSend.ToList().ForEach(claim => _model.Claimed(claim, isLong));
        skipped.ForEach(_model.Skipped);
        _claims.AddRange(claims.ToSend);

        TipPlan Plan(DueTip tip)
        {
            seen.Add(tip.Subscription.Id);
            if (_random.Next(6) > 0)
            {
                return new TipPlan.Send("a", TestSubscription.Day);
            }

            skipped.Add(tip.Subscription.Id);
            return new TipPlan.Skip(tip.Subscription.NextDate.PlusDays(1), tip.Subscription.NextDue);
        }
    }

    // Those whose lease has run out, whose subscription is gone and who have done it before try too.
    private async Task SettleAsync()
    {
        var some = Some();
        var states = some.ConvertAll(_ => (DeliveryState)_random.Next(2, 5));
        await Ledger.SettleAsync([.. some.Zip(states, (claim, state) => Sent(claim) with { State = state })], default);
        some.Zip(states).ToList().ForEach(end => _model.Settled(end.First, end.Second));
    }

    private async Task ReleaseAsync()
    {
        var (some, isHeld) = (Some(), _random.Next(3) == 0);
        await Ledger.ReleaseAsync(some, isHeld ? Never : TestSubscription.Due, default);
        some.ForEach(claim => _model.Released(claim, isHeld));
    }

    private async Task SaveAsync()
    {
        if (await AnyAsync() is { } row)
        {
            Assert.True(await Subscriptions.SaveAsync(row with { Topic = $"topic-{_random.Next(5)}" }, default));
            _model.Change(row.Id);
        }
    }

    private async Task DeleteAsync()
    {
        if (await AnyAsync() is { } row)
        {
            Assert.True(await Subscriptions.DeleteAsync(row.Id, default));
            _model.Delete(row.Id);
        }
    }

    private async Task MoveAsync()
    {
        if (await AnyAsync() is { } row)
        {
            var isActive = row.State != SubscriptionState.Active;
            Assert.True(await Subscriptions.SaveAsync(row with { State = isActive ? SubscriptionState.Active : SubscriptionState.NoAccess }, default));
            _model.Activate(row.Id, isActive);
        }
    }

    private async Task LookAsync()
    {
        foreach (var claim in Some())
        {
            Assert.Equal(_model.IsMine(claim), await Ledger.IsMineAsync(claim, default));
        }
    }

    private async Task CompareAsync()
    {
        var deliveries = new List<(string, LocalDate, DeliveryState)>();
        foreach (var id in _model.Ids)
        {
            deliveries.AddRange((await Subscriptions.DeliveriesAsync(id, 10_000, default)).Select(delivery => (id, delivery.Date, delivery.State)));
        }

        Assert.Equal(_model.Deliveries.Order(), deliveries.Order());
        Assert.Equal(_model.Ids.Count, await CountAsync("subscription"));
    }

    private List<Claim> Some() => [.. _claims.TakeLast(12).Where(_ => _random.Next(3) == 0)];

    private async Task<Subscription?> AnyAsync() => _model.Ids.Count == 0
        ? null
        : (await Subscriptions.OfWorkspaceAsync("discord", "bootcamp", default))[_random.Next(_model.Ids.Count)];
}

public sealed class SqliteRandomLedgerTests() : RandomLedgerTests(new FreshSqlite(), 2000);

public sealed class PostgresRandomLedgerTests() : RandomLedgerTests(new FreshPostgres(), 300);

/// <summary>Where no commit is ever known to have gone through.</summary>
public sealed class DoubtfulRandomLedgerTests() : RandomLedgerTests(new DoubtfulSqlite(), 1000);
