using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Knowledge;
using MLCareerBot.Memory;
using MLCareerBot.Storage;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Benchmarks.Tips;

/// <summary>Many tips due at once, sent by the bot as fast as the platform's limits allow, while people ask questions.</summary>
/// <param name="knowledge">What the bot knows.</param>
/// <param name="questions">What people ask, over and over.</param>
/// <param name="count">How many tips.</param>
/// <param name="storage">Where to keep them; must be empty.</param>
internal sealed class TipsLoad(KnowledgeBase knowledge, IReadOnlyList<string> questions, int count, StorageOptions storage)
{
    private const int QuestionsPerSecond = 5;
    private const int SeedBatch = 5_000;

    private static readonly Duration UntilDue = Duration.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task<TipsReport> RunAsync(ITipsSite site)
    {
        await using var services = site.AddTo(BotServices.For(knowledge, site.Settings, storage)).BuildServiceProvider();
        var database = services.GetRequiredService<Database>();
        var places = Enumerable.Range(0, count).Select(site.NewPlace).ToList();
        using var stop = new CancellationTokenSource();
        var platform = services.GetRequiredService<IChatPlatform>().RunAsync(stop.Token);
        await site.UntilReadyAsync();

        var due = SystemClock.Instance.GetCurrentInstant() + UntilDue + (Duration.FromSeconds(1) * (count / SeedBatch));
        await SeedAsync(database, places, due);
        using var drained = new CancellationTokenSource();
        var asking = site.AskAsync(questions, QuestionsPerSecond, drained.Token);
        var sweep = services.GetRequiredService<TipSweep>().RunAsync(stop.Token);
        var atBest = TimeSpan.FromSeconds((double)count / site.PerSecond);
        await UntilDrainedAsync(database, due.ToDateTimeOffset() + (atBest * 3) + TimeSpan.FromMinutes(1));
        await drained.CancelAsync();
        var commands = await asking;
        await stop.CancelAsync();
        await Task.WhenAll(sweep, platform);
        return await ReportAsync(site, database, due, atBest, commands);
    }

    // Where it is about noon now, no run goes past midnight.
    private static DateTimeZone NoonZone(Instant now) => DateTimeZoneProviders.Tzdb[$"Etc/GMT{now.InUtc().Hour - 12:+0;-0;+0}"];

    private static async Task SeedAsync(Database database, List<ChatAddress> places, Instant due)
    {
        var zone = NoonZone(due);
        var local = due.InZone(zone).LocalDateTime;
        foreach (var batch in places.Index().Chunk(SeedBatch))
        {
            var subscriptions = batch.Select(place => new Subscription
            {
                Id = IdOf(place.Index),
                To = place.Item,
                Owner = "ana",
                Timetable = new(zone.Id, new(local.Hour, local.Minute), Weekdays.Daily),
                NextDate = local.Date,
                NextDue = due,
                ZoneVersion = DateTimeZoneProviders.Tzdb.VersionId,
            });
            await database.WriteAsync(
                async (connection, transaction) =>
                {
                    await SubscriptionSeed.WriteAsync(database, connection, transaction, subscriptions);
                    return 0;
                },
                isDone: null,
                default);
        }
    }

    // Ids have no digits but 2 to 7.
    private static string IdOf(int number) => $"{number:d16}".Replace('0', 'a').Replace('1', 'b').Replace('8', 'c').Replace('9', 'd');

    private static async Task UntilDrainedAsync(Database database, DateTimeOffset latest)
    {
        var open = 1;
        while (open > 0 && DateTimeOffset.UtcNow < latest)
        {
            await Task.Delay(BetweenLooks);
            open = await CountAsync(database, "SELECT COUNT(*) FROM subscription WHERE last_date IS NULL");
        }
    }

    private async Task<TipsReport> ReportAsync(ITipsSite site, Database database, Instant due, TimeSpan atBest, LoadReport commands)
    {
        var visible = site.VisibleByKey;
        var unknown = await CountAsync(database, "SELECT COUNT(*) FROM delivery WHERE state IN (1, 4)");
        return new(
            count,
            atBest,
            site.Arrivals.Max() - due.ToDateTimeOffset(),
            await CountAsync(database, "SELECT COUNT(*) FROM delivery WHERE state = 2"),
            visible.Count(pair => pair.Value > 1),
            count - visible.Count,
            unknown,
            site.Refusals,
            site.Early,
            commands);
    }

    private static Task<int> CountAsync(Database database, string query) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<int>(query), default);
}
