using MLCareerBot.Tests.Storage;
using MLCareerBot.Tests.Storage.Postgres;
using Xunit.Abstractions;

namespace MLCareerBot.Tests.Killing;

/// <summary>
/// The built program is killed and paused while it sends tips; afterwards every tip is there, and there once. A short run
/// belongs to the suite; tests/kill-test.sh makes the long one (fault rows 1 to 5).
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task On_Sqlite_No_Tip_Is_Lost_Or_Doubled()
    {
        using var store = new TestStore();
        await RunAsync(KillPlan.FromEnvironment() ?? new(Instances: 1, Tips: 60, Kills: 3, Pauses: 0, Lease), KillStore.Sqlite(store.File));
    }

    [PostgresFact]
    public async Task On_Postgres_No_Tip_Is_Lost_Or_Doubled()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        var plan = KillPlan.FromEnvironment() ?? new(Instances: 2, Tips: 60, Kills: 3, Pauses: 1, Lease);

        await RunAsync(plan, KillStore.Postgres(server.ConnectionString(database)));
    }

    private async Task RunAsync(KillPlan plan, KillStore store)
    {
        await using var run = new KillRun(plan, store);

        var report = await run.RunAsync();

        output.WriteLine($"{report}");
        output.WriteLine(string.Join('\n', run.Errors.TakeLast(50)));
        Assert.Equal((0, 0, 0), (report.Lost, report.Doubled, report.Skipped));
        Assert.InRange(report.Unknown, 0, plan.Kills);
    }
}
