using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage;

/// <summary>What is said once, the same on every database.</summary>
public abstract class NoticeStoreTests : LedgerTest
{
    private protected NoticeStoreTests(FreshStore store)
        : base(store)
    {
    }

    [StoreFact]
    public async Task A_Notice_Is_Begun_Once()
    {
        Assert.True(await Notices.TryBeginAsync("pool used up: a", default));
        Assert.True(await Notices.TryBeginAsync("pool used up: b", default));
        Assert.False(await Notices.TryBeginAsync("pool used up: a", default));
    }

    [StoreFact]
    public async Task Of_Many_At_Once_One_Begins()
    {
        for (var round = 0; round < 20; round++)
        {
            var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Notices.TryBeginAsync($"notice {round}", default))));

            Assert.Single(begun, one => one);
        }
    }

    [StoreFact]
    public async Task Tips_In_Quarantine_Stay_There()
    {
        Assert.Empty(await Notices.QuarantinedAsync(default));
        await Notices.QuarantineAsync("too-long", default);
        await Notices.QuarantineAsync("too-long", default);
        await Notices.QuarantineAsync("it's \" odd", default);

        Assert.Equal(["it's \" odd", "too-long"], (await Notices.QuarantinedAsync(default)).Order(StringComparer.Ordinal));
    }
}

public sealed class SqliteNoticeStoreTests() : NoticeStoreTests(new FreshSqlite());

public sealed class PostgresNoticeStoreTests() : NoticeStoreTests(new FreshPostgres());

/// <summary>Where no commit is ever known to have gone through.</summary>
public sealed class DoubtfulNoticeStoreTests() : NoticeStoreTests(new DoubtfulSqlite());
