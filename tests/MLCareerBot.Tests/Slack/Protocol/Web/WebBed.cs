using MLCareerBot.Slack;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Tests.Slack.Protocol.Web;

/// <summary>The real client with a clock that moves when told to, and a script where Slack would be.</summary>
internal sealed class WebBed : IDisposable
{
    public const string BotToken = "xoxb-1111111111-2222222222-secret";
    public const string AppToken = "xapp-1-A1111111111-2222222222-secret";

    public static readonly Uri ResponseUrl = new("https://hooks.slack.com/commands/T1/1/secret");

    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(8);

    private readonly SlackWeb _web;

    public WebBed(Uri? api = null)
    {
        Slack = new(Clock);
        var options = new SlackOptions { BotToken = $" {BotToken}\n", AppToken = AppToken, ApiBaseUrl = api ?? SlackOptions.OfficialApi };
        _web = new(options, Slack, Clock, new Random(1), Log);
        Api = new(_web, Clock);
    }

    public FakeClock Clock { get; } = new();

    public TestLog Log { get; } = new();

    public ScriptedSlack Slack { get; }

    public SlackApi Api { get; }

    public static SlackMessage Message { get; } = new("Hello");

    public static SlackView View { get; } = new("modal", [new DividerBlock()]) { Title = TextObject.Plain("Ask") };

    /// <summary>The time between one call and the next.</summary>
    public IReadOnlyList<TimeSpan> Gaps => [.. Slack.Calls.Zip(Slack.Calls.Skip(1), (one, next) => next.At - one.At)];

    public Task<string> PostAsync(string channel = "C1") => Api.PostMessageAsync(channel, threadTs: null, Message, default);

    /// <summary>Moves the clock on by whatever is waited for between attempts, until the task has ended, well or not.</summary>
    public async Task PlayAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var waiting = Clock.UntilSomethingWaitsAsync(IsBetweenAttempts);
            if (await Task.WhenAny(task, waiting) == waiting)
            {
                await waiting;
                Clock.Advance(Clock.Waits.Where(IsBetweenAttempts).DefaultIfEmpty().Min());
            }
        }
    }

    /// <summary>Plays a task to its end.</summary>
    public async Task<T> ResultAsync<T>(Task<T> task)
    {
        await PlayAsync(task);
        return await task;
    }

    /// <summary>Plays a task to the exception that must be its end.</summary>
    public async Task<TException> FailureAsync<TException>(Task task)
        where TException : Exception
    {
        await PlayAsync(task);
        return await Assert.ThrowsAsync<TException>(() => task);
    }

    public void Dispose()
    {
        _web.Dispose();
        Slack.Dispose();
        Log.Dispose();
    }

    private static bool IsBetweenAttempts(TimeSpan wait) => wait != AttemptTime && wait > TimeSpan.Zero;
}
