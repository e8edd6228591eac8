using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Knowledge;

namespace MLCareerBot.Benchmarks;

/// <summary>Many people asking at once on the fake Discord: fake and bot share this process and its processors.</summary>
internal static class DiscordLoad
{
    private const int People = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="knowledge">What the bot knows.</param>
    /// <param name="questions">What is asked, over and over.</param>
    /// <param name="perSecond">Commands a second, evenly spread.</param>
    /// <param name="seconds">For how long.</param>
    public static async Task<LoadReport> RunAsync(KnowledgeBase knowledge, IReadOnlyList<string> questions, int perSecond, int seconds)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var services = BotServices.For(knowledge, Settings(discord)).AddDiscord().BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        var running = services.GetRequiredService<IChatPlatform>().RunAsync(stop.Token);
        await discord.UntilAsync(() => discord.Commands().Count > 0);

        var report = await AskAsync(discord, questions, perSecond, perSecond * seconds, default);
        await stop.CancelAsync();
        await running;
        return report;
    }

    /// <summary>What the bot needs to know of the fake.</summary>
    public static Dictionary<string, string?> Settings(FakeDiscord discord) => new(StringComparer.Ordinal)
    {
        ["Discord:Token"] = discord.Token,
        ["Discord:ApiBaseUrl"] = discord.ApiBaseUrl.ToString(),
        ["Discord:StateDirectory"] = BotServices.NewFolder(),
    };

    /// <summary>Asks so many questions, or until it is stopped.</summary>
    public static async Task<LoadReport> AskAsync(FakeDiscord discord, IReadOnlyList<string> questions, int perSecond, int count, CancellationToken stop)
    {
        var channel = discord.AddChannel(discord.AddGuild("Bootcamp"), "general");
        var people = Enumerable.Range(0, People).Select(number => discord.AddUser($"user {number}")).ToList();
        var started = Stopwatch.GetTimestamp();
        var sent = new List<SentInteraction>();
        await EvenPace.KeepAsync(perSecond, count, AskOneAsync, stop);

        await Task.WhenAny(discord.UntilAsync(() => discord.AnswerTo(sent[^1]) is not null), Task.Delay(Patience, CancellationToken.None));
        var took = Stopwatch.GetElapsedTime(started);
        return new(sent.Count, [.. sent.Select(discord.AnswerTo).OfType<InteractionAnswer>().Where(answer => answer.Callback == CallbackType.Message).Select(answer => answer.After)], took);

        async Task AskOneAsync(int number) => sent.Add(await discord.InteractAsync(
            people[number % People], channel, Interaction.Command("career ask", ("question", questions[number % questions.Count]))));
    }
}
