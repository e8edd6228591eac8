using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Knowledge;
using MLCareerBot.Storage;

namespace MLCareerBot.Benchmarks;

/// <summary>Many people asking at once on the fake Discord: fake and bot share this process and its processors.</summary>
internal static class DiscordLoad
{
    private const int People = 500;

    /// <param name="knowledge">What the bot knows.</param>
    /// <param name="questions">What is asked, over and over.</param>
    /// <param name="perSecond">Commands a second, evenly spread.</param>
    /// <param name="seconds">For how long.</param>
    public static async Task<LoadReport> RunAsync(KnowledgeBase knowledge, IReadOnlyList<string> questions, int perSecond, int seconds)
    {
        await using var discord = await FakeDiscord.StartAsync();
        var channel = discord.AddChannel(discord.AddGuild("Bootcamp"), "general");
        var people = Enumerable.Range(0, People).Select(number => discord.AddUser($"user {number}")).ToList();
        await using var services = Services(discord, knowledge);
        using var stop = new CancellationTokenSource();
        var platform = services.GetRequiredService<IChatPlatform>();
        var running = platform.RunAsync(stop.Token);
        await discord.UntilAsync(() => discord.Commands().Count > 0);

        var started = Stopwatch.GetTimestamp();
        var sent = new List<SentInteraction>();
        for (var number = 0; number < perSecond * seconds; number++)
        {
            var ahead = TimeSpan.FromSeconds((double)number / perSecond) - Stopwatch.GetElapsedTime(started);
            if (ahead > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(ahead);
            }

            sent.Add(await discord.InteractAsync(people[number % People], channel, Interaction.Command("career ask", ("question", questions[number % questions.Count]))));
        }

        await Task.WhenAny(discord.UntilAsync(() => discord.AnswerTo(sent[^1]) is not null), Task.Delay(TimeSpan.FromSeconds(10)));
        var took = Stopwatch.GetElapsedTime(started);
        await stop.CancelAsync();
        await running;
        return new(sent.Count, [.. sent.Select(discord.AnswerTo).OfType<InteractionAnswer>().Where(answer => answer.Callback == CallbackType.Message).Select(answer => answer.After)], took);
    }

    /// <summary>The real bot on a fake Discord.</summary>
    public static ServiceProvider Services(FakeDiscord discord, KnowledgeBase knowledge, StorageOptions? store = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Discord:Token"] = discord.Token,
            ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
            ["Discord:StateDirectory"] = Directory.CreateTempSubdirectory("mlcareerbot-load-").FullName,
        }).Build())
        .AddSingleton(knowledge)
        .AddSingleton(new KnowledgeFolder("knowledge"))
        .AddCareerBot()
        .AddStorage(store ?? StoreIn("sqlite", place: null))
        .AddDiscord()
        .BuildServiceProvider();

    /// <summary>SQLite in a new temporary file where no place is given; PostgreSQL at the place given, which must be empty.</summary>
    public static StorageOptions StoreIn(string provider, string? place) => new()
    {
        Provider = provider,
        ConnectionString = place ?? Path.Combine(Directory.CreateTempSubdirectory("mlcareerbot-load-").FullName, "memory.db"),
    };
}
