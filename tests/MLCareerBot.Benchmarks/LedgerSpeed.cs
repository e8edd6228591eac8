using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Memory;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Deliveries;
using NodaTime;

namespace MLCareerBot.Benchmarks;

/// <summary>Many subscriptions due at once: claimed and settled, with nothing sent between.</summary>
/// <param name="database">A new database.</param>
/// <param name="history">How many deliveries each has behind it in its present round.</param>
internal sealed class LedgerSpeed(Database database, int history)
{
    private const int Rows = 100_000;
    private const int SeedBatch = 5_000;

    private static readonly LocalDate Day = new(2026, 11, 23);
    private static readonly Instant Due = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly Instant Tomorrow = Instant.FromUtc(2199, 1, 1, 0, 0);

    /// <summary>
    /// Measures the store that is named: SQLite in a new temporary file, PostgreSQL at the place given, which must be empty.
    /// Sizes are the batch, the history and the connection string.
    /// </summary>
    public static async Task<string> RunAsync(string provider, IReadOnlyList<string> sizes)
    {
        var place = sizes.ElementAtOrDefault(2) ?? Path.Combine(Directory.CreateTempSubdirectory("mlcareerbot-ledger-").FullName, "memory.db");
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddStorage(new StorageOptions { Provider = provider, ConnectionString = place })
            .BuildServiceProvider();
        int Number(int index, int otherwise) => sizes.Count > index ? int.Parse(sizes[index], CultureInfo.InvariantCulture) : otherwise;
        return await new LedgerSpeed(services.GetRequiredService<Database>(), Number(1, 0)).RunAsync(Number(0, 500));
    }

    // Claims and settles by turns; what is measured is nothing but that.
    private async Task<string> RunAsync(int batch)
    {
        var ledger = new DeliveryLedger(database);
        var seeding = Stopwatch.StartNew();
        await SeedAsync();
        var seeded = seeding.Elapsed;
        var (claimed, claiming, settling) = (0, new Stopwatch(), new Stopwatch());
        while (true)
        {
            claiming.Start();
            var claims = await ledger.ClaimAsync(new("discord", batch, "benchmark", Duration.FromMinutes(10)), Plan, default);
            claiming.Stop();
            if (claims.Examined == 0)
            {
                break;
            }

            claimed += claims.ToSend.Count;
            settling.Start();
            await ledger.SettleAsync([.. claims.ToSend.Select(End)], default);
            settling.Stop();
        }

        var took = claiming.Elapsed + settling.Elapsed;
        return $"{claimed} rows claimed and settled in batches of {batch}, {history} deliveries behind each: {claimed / took.TotalSeconds:N0} a second"
            + $" (claims {claiming.Elapsed.TotalSeconds:N1} s, ends {settling.Elapsed.TotalSeconds:N1} s; seeded in {seeded.TotalSeconds:N1} s)";
    }

    private static TipPlan Plan(DueTip due) => new TipPlan.Send("read-a-paper", due.Subscription.RoundFrom ?? due.Subscription.NextDate);

    private static Settlement End(Claim claim)
    {
        var after = claim.Subscription with { LastDate = Day, NextDate = Day.PlusDays(1), NextDue = Tomorrow };
        return new(claim, DeliveryState.Sent, after) { MessageId = "1234567890123456789" };
    }

    private async Task SeedAsync()
    {
        foreach (var numbers in Enumerable.Range(0, Rows).Chunk(SeedBatch))
        {
            await database.WriteAsync(
                async (connection, transaction) =>
                {
                    await SubscriptionSeed.WriteAsync(database, connection, transaction, numbers.Select(NewSubscription));
                    var given = GivenRows.Of(numbers.Select(number => new { Id = IdOf(number) }));
                    foreach (var day in Enumerable.Range(1, history))
                    {
                        await connection.ExecuteAsync(SeedDeliveries, new { Given = given, Date = Stored.Of(Day.PlusDays(-day)) }, transaction);
                    }

                    return 0;
                },
                isDone: null,
                default);
        }

        // A database in use has such figures; a new one gets them some time later.
        await database.WriteAsync((connection, transaction) => connection.ExecuteAsync("ANALYZE subscription; ANALYZE delivery", transaction: transaction), isDone: null, default);
    }

    private Subscription NewSubscription(int number) => new()
    {
        Id = IdOf(number),
        To = new("discord", $"channel-{number}") { Workspace = "bootcamp" },
        Owner = "ana",
        Timetable = new("Europe/Berlin", new(9, 0), Weekdays.Workdays),
        RoundFrom = Day.PlusDays(-history),
        NextDate = Day,
        NextDue = Due + Duration.FromMilliseconds(number),
        ZoneVersion = "2026f",
    };

    private static string IdOf(int number) => $"{number:D16}";

    private string SeedDeliveries => $"""
        INSERT INTO delivery (subscription, local_date, delivery_key, state, tip, attempts, message, reserved_at, ended_at)
        SELECT given.id, @Date, given.id, 2, 'learn-to-read', 1, '1234567890123456789', 0, 0
        FROM {database.Given("id text")}
        """;
}
