using MLCareerBot.Memory;
using MLCareerBot.Storage.People;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage.People;

/// <summary>How far people say they are, the same on every database.</summary>
public abstract class ProgressStoreTests : LedgerTest
{
    private protected ProgressStoreTests(FreshStore store)
        : base(store)
    {
    }

    private static readonly Person Ana = new("discord", "ana");

    private ProgressStore Progress => new(Database);

    [StoreFact]
    public async Task Marks_Are_Kept_Changed_And_Taken_Away()
    {
        await Progress.SetAsync(Ana, "A1", StepStatus.Doing, default);
        await Progress.SetAsync(Ana, "A2", StepStatus.Skipped, default);
        await Progress.SetAsync(Ana, "A1", StepStatus.Done, default);
        await Progress.SetAsync(Ana, "A2", StepStatus.NotStarted, default);
        await Progress.SetAsync(Ana, "A3", StepStatus.NotStarted, default);

        Assert.Equal(new Dictionary<string, StepStatus> { ["A1"] = StepStatus.Done }, await Progress.OfAsync(Ana, default));
    }

    [StoreFact]
    public async Task Everybody_Has_Their_Own_On_Each_Platform()
    {
        Person[] others = [new("discord", "ben"), new("slack", "ana")];
        foreach (var person in others.Prepend(Ana))
        {
            await Progress.SetAsync(person, "A1", StepStatus.Done, default);
            await Progress.SetAsync(person, "A2", StepStatus.Done, default);
        }

        Assert.Equal(2, await Progress.ResetAsync(Ana, default));

        Assert.Empty(await Progress.OfAsync(Ana, default));
        await Assert.AllAsync(others, async person => Assert.Equal(2, (await Progress.OfAsync(person, default)).Count));
        Assert.Equal(0, await Progress.ResetAsync(Ana, default));
    }

    [StoreFact]
    public async Task A_Mark_Set_By_Many_At_Once_Is_One()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => Progress.SetAsync(Ana, "A1", number % 2 == 0 ? StepStatus.Doing : StepStatus.Done, default))));

        Assert.Equal(1, await CountAsync("progress"));
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteProgressStoreTests() : ProgressStoreTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresProgressStoreTests() : ProgressStoreTests(new FreshPostgres());
