using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Knowledge;
using MLCareerBot.Slack;

namespace MLCareerBot.Benchmarks;

/// <summary>Many people asking at once on the fake Slack, over Socket Mode. An answer counts once it is at its response_url.</summary>
internal static class SlackLoad
{
    private const int People = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Our bot, in this process.</summary>
    public static async Task<LoadReport> RunBotAsync(KnowledgeBase knowledge, IReadOnlyList<string> questions, int perSecond, int seconds)
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var services = BotServices.For(knowledge, Settings(slack)).AddSlack().BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        var running = services.GetRequiredService<IChatPlatform>().RunAsync(stop.Token);
        await slack.UntilConnectedAsync();

        var report = await AskAsync(slack, questions, perSecond, perSecond * seconds, default);
        await stop.CancelAsync();
        await running;
        return report;
    }

    /// <summary>A Bolt app with a constant answer, in a process of its own.</summary>
    public static async Task<LoadReport> RunBoltAsync(IReadOnlyList<string> questions, int perSecond, int seconds)
    {
        await using var slack = await FakeSlack.StartAsync();
        using var bolt = Process.Start(new ProcessStartInfo("node", ["tests/peers/slack-bolt-constant.mjs", slack.ApiBaseUrl.ToString(), slack.BotToken, slack.AppToken]))
            ?? throw new InvalidOperationException("node did not start.");
        try
        {
            await slack.UntilConnectedAsync();
            return await AskAsync(slack, questions, perSecond, perSecond * seconds, default);
        }
        finally
        {
            bolt.Kill(entireProcessTree: true);
        }
    }

    /// <summary>What the bot needs to know of the fake.</summary>
    public static Dictionary<string, string?> Settings(FakeSlack slack) => new(StringComparer.Ordinal)
    {
        ["Slack:BotToken"] = slack.BotToken,
        ["Slack:AppToken"] = slack.AppToken,
        ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl.ToString(),
    };

    /// <summary>Asks so many questions, or until it is stopped.</summary>
    public static async Task<LoadReport> AskAsync(FakeSlack slack, IReadOnlyList<string> questions, int perSecond, int count, CancellationToken stop)
    {
        var channel = slack.AddChannel("general");
        var people = Enumerable.Range(0, People).Select(number => slack.AddUser($"user{number}")).ToList();
        var started = Stopwatch.GetTimestamp();
        var sent = new List<(Uri ResponseUrl, DateTimeOffset At)>();
        await EvenPace.KeepAsync(perSecond, count, AskOneAsync, stop);

        await WaitAsync(slack, sent.Count);
        var took = Stopwatch.GetElapsedTime(started);
        var answered = slack.Responses.GroupBy(response => response.ResponseUrl).ToDictionary(responses => responses.Key, responses => responses.Min(response => response.At));
        return new(sent.Count, [.. sent.Where(question => answered.ContainsKey(question.ResponseUrl)).Select(question => answered[question.ResponseUrl] - question.At)], took);

        async Task AskOneAsync(int number)
        {
            var at = DateTimeOffset.UtcNow;
            var delivery = await slack.SlashCommandAsync(people[number % People], channel, "/career", $"ask {questions[number % questions.Count]}");
            sent.Add((delivery.ResponseUrl ?? throw new InvalidOperationException("A command has a response_url."), at));
        }
    }

    private static async Task WaitAsync(FakeSlack slack, int count)
    {
        for (var started = Stopwatch.GetTimestamp(); slack.Responses.Count < count && Stopwatch.GetElapsedTime(started) < Patience;)
        {
            await Task.Delay(100);
        }
    }
}
