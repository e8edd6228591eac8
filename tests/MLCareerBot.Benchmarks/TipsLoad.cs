using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Knowledge;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Deliveries;
using NodaTime;

namespace MLCareerBot.Benchmarks;

/// <summary>Many daily tips due in the same second, on the fake Discord that takes 50 requests a second, while people go on asking.</summary>
/// <param name="knowledge">What the bot knows.</param>
/// <param name="questions">What is asked, over and over.</param>
/// <param name="count">How many tips are due, each in a channel of its own.</param>
/// <param name="store">Where it remembers.</param>
internal sealed class TipsLoad(KnowledgeBase knowledge, IReadOnlyList<string> questions, int count, StorageOptions store)
{
    private const int Guilds = 50;
    private const int SeedBatch = 5_000;

    /// <summary>Discord's own: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit.</summary>
    private const int LimitPerSecond = 50;

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(200);

    private readonly List<SentInteraction> _asked = [];

    /// <summary>Drains them all and reports.</summary>
    public async Task<string> RunAsync()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var guilds = Enumerable.Range(0, Guilds).Select(number => discord.AddGuild($"Bootcamp {number}")).ToList();
        var channels = Enumerable.Range(0, count).Select(number => discord.AddChannel(guilds[number % Guilds], $"tips-{number}")).ToList();
        await using var services = DiscordLoad.Services(discord, knowledge, store);
        var database = services.GetRequiredService<Database>();
        await SeedAsync(database, channels);

        using var stop = new CancellationTokenSource();
        var running = services.GetRequiredService<IChatPlatform>().RunAsync(stop.Token);
        await discord.UntilAsync(() => discord.Commands().Count > 0);
        discord.RateLimits.GlobalPerSecond = LimitPerSecond;

        var started = Stopwatch.GetTimestamp();
        var sweeping = services.GetRequiredService<TipSweep>().RunAsync(stop.Token);
        var asking = AskAsync(discord, channels[0], stop.Token);
        var took = await UntilDrainedAsync(database, started);
        await stop.CancelAsync();
        await Task.WhenAll(sweeping, asking, running);
        return await ReportAsync(discord, database, took);
    }

    private async Task AskAsync(FakeDiscord discord, FakeChannel channel, CancellationToken stop)
    {
        var ana = discord.AddUser("ana");
        while (!stop.IsCancellationRequested)
        {
            _asked.Add(await discord.InteractAsync(ana, channel, Interaction.Command("career ask", ("question", questions[_asked.Count % questions.Count]))));
            await Task.Delay(BetweenQuestions, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> UntilDrainedAsync(Database database, long started)
    {
        var theory = TimeSpan.FromSeconds((double)count / LimitPerSecond);
        while (await EndedAsync(database) is var ended && ended < count && Stopwatch.GetElapsedTime(started) < 3 * theory)
        {
            Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(started):hh\\:mm\\:ss} {ended} of {count}");
            await Task.Delay(ended > count * 0.95 ? TimeSpan.FromMilliseconds(200) : theory / 20);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static Task<int> EndedAsync(Database database, string and = "") => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM delivery WHERE state <> 1 {and}"), default);

    private async Task<string> ReportAsync(FakeDiscord discord, Database database, TimeSpan took)
    {
        var theory = (double)count / LimitPerSecond;
        var seen = discord.VisibleByKey();
        var unknown = await EndedAsync(database, "AND state = 4");
        var answers = _asked.Select(discord.AnswerTo).OfType<InteractionAnswer>().Where(answer => answer.Callback == CallbackType.Message);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            {count} tips due at once, drained in {took.TotalSeconds:N1} s; at {LimitPerSecond} a second it takes {theory:N1} s: ratio {took.TotalSeconds / theory:N3}
            seen {seen.Count}, lost {count - seen.Count}, doubled {seen.Values.Count(times => times > 1)}, not known {unknown}
            requests refused for the limit {discord.Requests.Count(request => request.Status == 429)}, too early {discord.EarlyRequests.Count}; memory {Environment.WorkingSet >> 20} MiB with the fake
            meanwhile {new LoadReport(_asked.Count, [.. answers.Select(answer => answer.After)], took)}
            """);
    }

    private static async Task SeedAsync(Database database, IReadOnlyList<FakeChannel> channels)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var shared = new { Zones = DateTimeZoneProviders.Tzdb.VersionId, Date = Stored.Of(now.InUtc().Date), Time = $"{now.InUtc():HH:mm}", Due = Stored.Of(now) };
        foreach (var some in channels.Index().Chunk(SeedBatch))
        {
            await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(
                    $"""
                    INSERT INTO subscription (
                        id, platform, workspace, conversation, owner, zone, local_time, days, state, state_since, strikes, next_date,
                        next_due, zone_version, created, fence, version)
                    SELECT given.id, 'discord', given.guild, given.channel, 'ana', 'UTC', @Time, 127, 0, 0, 0, @Date, @Due, @Zones, 0, 1, 1
                    FROM {database.Given("id text, guild text, channel text")}
                    """,
                    new
                    {
                        shared.Zones,
                        shared.Date,
                        shared.Time,
                        shared.Due,
                        Given = GivenRows.Of(some.Select(one => new { Id = $"{one.Index:D16}", Guild = one.Item.GuildId, Channel = one.Item.Id })),
                    },
                    transaction),
                isDone: null,
                default);
        }
    }
}
