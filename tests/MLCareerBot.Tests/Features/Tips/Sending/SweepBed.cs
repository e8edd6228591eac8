using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Tips.Sending;
using Moq;

namespace MLCareerBot.Tests.Features.Tips.Sending;

/// <summary>A real sweep on a real database, and a platform that answers as it is told. It begins on Monday, 23 November 2026, 09:00 UTC.</summary>
internal sealed class SweepBed : IDisposable
{
    /// <summary>How often a sweep looks.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private const int Lanes = 2;

    private readonly TestStore _store = new();
    private readonly Mock<IChatPlatform> _platform = new();
    private readonly List<OutboundMessage> _sent = [];

    public SweepBed()
    {
        _platform.Setup(platform => platform.Name).Returns("test");
        _platform.Setup(platform => platform.Status).Returns(new PlatformStatus(PlatformState.Ready, ""));
        _platform.Setup(platform => platform.ExamineAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatUser>(), It.IsAny<CancellationToken>())).ReturnsAsync(PlaceFinding.Open);
        Answer(_ => new(SendOutcome.Sent, "1"));
    }

    public FakeClock Clock { get; } = new();

    public TipOptions Options { get; set; } = new();

    /// <summary>What was handed to the platform, whatever became of it.</summary>
    public IReadOnlyList<OutboundMessage> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public void Answer(Func<OutboundMessage, SendResult> answer) => Answer((message, _) => Task.FromResult(answer(message)));

    public void Answer(Func<OutboundMessage, CancellationToken, Task<SendResult>> answer) => _platform
        .Setup(platform => platform.SendAsync(It.IsAny<OutboundMessage>(), It.IsAny<CancellationToken>()))
        .Returns((OutboundMessage message, CancellationToken token) =>
        {
            lock (_sent)
            {
                _sent.Add(message);
            }

            return answer(message, token);
        });

    /// <summary>A program on the store, as it is after a start.</summary>
    public TestBot NewBot(Action<IServiceCollection>? change = null) => new(
        services =>
        {
            services.AddSingleton(_platform.Object).AddSingleton(Options);
            change?.Invoke(services);
        },
        clock: Clock,
        store: _store);

    /// <summary>Comes back when a sweep has looked and found nothing more to do.</summary>
    public Task UntilIdleAsync() => UntilIdleAsync(Clock);

    /// <summary>The same for the sweep of any bot with one platform.</summary>
    public static Task UntilIdleAsync(FakeClock clock) => clock.UntilSomethingWaitsAsync(wait => wait == Tick, Lanes);

    public async Task<ChatReply> SayAsync(string text, string user = "ana")
    {
        using var bot = NewBot();
        return await bot.SayAsync(text, new("test", "general"), new(user));
    }

    /// <summary>An admin named ada sets tips up for a channel, at 10:00.</summary>
    /// <param name="further">More of the order: <c>topic:mlops</c>.</param>
    public async Task SetUpChannelAsync(string further = "")
    {
        using var bot = NewBot();
        var address = new ChatAddress("test", "general") { Workspace = "bootcamp" };
        await bot.Router.RespondAsync(new(address, new("ada", IsAdmin: true), $"tips set 10:00 UTC daily {further}") { IsAdminCommand = true }, default);
    }

    /// <summary>Starts, runs until nothing is due, and stops as a program does that is told to: what is in hand is finished.</summary>
    public async Task SweepAsync()
    {
        using var bot = NewBot();
        await SweepAsync(bot);
    }

    /// <summary>Time passes for a sweep that is idle.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Tick)
        {
            Clock.Advance(Tick);
            await UntilIdleAsync();
        }
    }

    /// <summary>The same by a program that goes on.</summary>
    public Task SweepAsync(TestBot bot) => SweepAsync(bot, UntilIdleAsync);

    /// <summary>Runs while something happens, and stops.</summary>
    public static async Task SweepAsync(TestBot bot, Func<Task> meanwhile)
    {
        using var stop = new CancellationTokenSource();
        var running = bot.Services.GetRequiredService<TipSweep>().RunAsync(stop.Token);
        await meanwhile();
        await stop.CancelAsync();
        await running;
    }

    public void Dispose() => _store.Dispose();
}
