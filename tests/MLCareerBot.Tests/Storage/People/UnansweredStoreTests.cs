using MLCareerBot.Memory;
using MLCareerBot.Storage.People;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using NodaTime;

namespace MLCareerBot.Tests.Storage.People;

/// <summary>What people asked in vain, the same on every database.</summary>
public abstract class UnansweredStoreTests : LedgerTest
{
    private protected UnansweredStoreTests(FreshStore store)
        : base(store)
    {
    }

    private static readonly Tenant Here = new("discord", "bootcamp");
    private static readonly Tenant There = new("discord", "another");
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private UnansweredStore Unanswered => new(Database);

    [StoreFact]
    public async Task Questions_Of_One_Form_Are_One_With_Their_Latest_Wordings()
    {
        await AskAsync(Here, "cloud need", [.. Enumerable.Range(0, 7).Select(number => $"cloud {number}"), "cloud 6"]);
        await AskAsync(Here, "pilot", "a pilot?");

        var listed = await Unanswered.ListAsync(Here, 10, default);

        Assert.Equal([8, 1], listed.Select(one => one.Count));
        Assert.Equal(["cloud 6", "cloud 5", "cloud 4", "cloud 3", "cloud 2"], listed[0].Texts);
        Assert.Equal(Noon + Duration.FromMinutes(7), listed[0].Latest);
        Assert.Single(await Unanswered.ListAsync(Here, 1, default));
    }

    [StoreFact]
    public async Task Each_Place_Sees_And_Settles_Its_Own_And_The_Operator_All()
    {
        Tenant[] places = [Here, There, new("slack", "bootcamp"), new("discord", null)];
        foreach (var place in places)
        {
            await AskAsync(place, "pilot", "a pilot?");
        }

        var id = (await Unanswered.ListAsync(Here, 10, default)).Single().Id;
        Assert.True(await Unanswered.SettleAsync(Here, id, ignore: false, default));

        Assert.Equal([0, 1, 1, 1], await CountsAsync(places));
        Assert.Equal(3, await CountAsync("vain_text"));
        Assert.Equal(3, (await Unanswered.ListAsync(tenant: null, 10, default)).Count);
        Assert.True(await Unanswered.SettleAsync(tenant: null, id, ignore: true, default));
        Assert.Equal([0, 0, 0, 0], await CountsAsync(places));
        Assert.Equal(0, await CountAsync("vain_text"));
    }

    [StoreFact]
    public async Task What_Was_Answered_Is_Open_Again_When_It_Is_Asked_And_What_Is_Ignored_Is_Not()
    {
        await AskAsync(Here, "answered", "one", "two");
        await AskAsync(Here, "ignored", "three");
        foreach (var one in await Unanswered.ListAsync(Here, 10, default))
        {
            Assert.True(await Unanswered.SettleAsync(Here, one.Id, ignore: one.Texts is ["three"], default));
        }

        await AskAsync(Here, "answered", "four");
        await AskAsync(Here, "ignored", "five");

        var open = Assert.Single(await Unanswered.ListAsync(Here, 10, default));
        Assert.Equal((1, "four"), (open.Count, Assert.Single(open.Texts)));
        Assert.Equal(1, await CountAsync("vain_text"));
    }

    [StoreFact]
    public async Task What_Nobody_Asked_Cannot_Be_Settled() =>
        Assert.False(await Unanswered.SettleAsync(Here, "abc123", ignore: true, default));

    private Task AskAsync(Tenant tenant, string form, params string[] texts) => Unanswered.AddAsync(
        [.. texts.Select((text, minute) => new VainQuestion(tenant, form, text, Noon + Duration.FromMinutes(minute)))], default);

    private async Task<IReadOnlyList<int>> CountsAsync(Tenant[] places) =>
        [.. (await Task.WhenAll(places.Select(place => Unanswered.ListAsync(place, 10, default)))).Select(list => list.Count)];
}

/// <summary>On SQLite.</summary>
public sealed class SqliteUnansweredStoreTests() : UnansweredStoreTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresUnansweredStoreTests() : UnansweredStoreTests(new FreshPostgres());
