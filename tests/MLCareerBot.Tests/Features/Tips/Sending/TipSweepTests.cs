using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Memory;
using Moq;

namespace MLCareerBot.Tests.Features.Tips.Sending;

/// <summary>Tips are sent by a real sweep on a real database; each sweep is a start of the program. It begins on Monday, 23 November 2026, 09:00 UTC.</summary>
public sealed class TipSweepTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private readonly FakeClock _clock = new();
    private readonly TestStore _store = new();
    private readonly Mock<IChatPlatform> _platform = new();
    private readonly List<OutboundMessage> _sent = [];
    private TipOptions _options = new();

    public TipSweepTests()
    {
        _platform.Setup(platform => platform.Name).Returns("test");
        _platform.Setup(platform => platform.Status).Returns(new PlatformStatus(PlatformState.Ready, ""));
        Answer(_ => new(SendOutcome.Sent, "1"));
    }

    [Theory]
    [InlineData("0.00:05:00", 1)]
    [InlineData("0.05:00:00", 1)]
    [InlineData("0.07:00:00", 0)]
    [InlineData("5.07:00:00", 0)]
    [InlineData("5.01:00:00", 1)]
    public async Task After_A_Time_Down_There_Is_At_Most_One(string late, int count)
    {
        await SayAsync("tips on 10:00 UTC daily");
        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.Parse(late, System.Globalization.CultureInfo.InvariantCulture));

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(count, _sent.Count);
    }

    [Fact]
    public async Task A_Tip_Comes_Each_Day_And_Never_The_Same()
    {
        await SayAsync("tips on 10:00 UTC daily");
        for (var day = 0; day < 30; day++)
        {
            _clock.Advance(TimeSpan.FromDays(day == 0 ? 1.0 / 12 : 1));
            await SweepAsync();
        }

        Assert.Equal(30, _sent.Count);
        Assert.Equal(30, _sent.Select(message => message.Key).Distinct().Count());
        Assert.Equal(30, _sent.Select(message => message.Reply.Blocks[0]).Distinct().Count());
        Assert.Contains(new FollowUp("Stop these tips", "tips off"), _sent[0].Reply.FollowUps);
        Assert.Contains(new ReplyBlock.Note("Tip 30 of 143."), _sent[^1].Reply.Blocks);
    }

    [Fact]
    public async Task Nothing_Comes_While_Paused_Nor_After_It_Was_Stopped()
    {
        await SayAsync("tips on 10:00 UTC daily");
        await SayAsync("tips pause 1 week");
        _clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync();
        Assert.Empty(_sent);

        _clock.Advance(TimeSpan.FromDays(7));
        await SweepAsync();
        Assert.Single(_sent);

        await SayAsync("tips off");
        _clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        Assert.Single(_sent);
    }

    [Fact]
    public async Task A_Tip_That_Is_Refused_For_Its_Words_Is_Replaced_And_Others_Go_On()
    {
        await SayAsync("tips on 10:00 UTC daily", "ana");
        await SayAsync("tips on 10:00 UTC daily", "ben");
        var poison = (ReplyBlock?)null;
        Answer(message =>
        {
            poison ??= message.Reply.Blocks[0];
            return new(message.Reply.Blocks[0] == poison ? SendOutcome.ContentRefused : SendOutcome.Sent, "1");
        });
        _clock.Advance(TimeSpan.FromMinutes(65));

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(2, _sent.Where(message => message.Reply.Blocks[0] != poison).Select(message => message.Key).Distinct().Count());
        Assert.All(_sent, message => Assert.Null(message.FirstTriedAt));
        Assert.Single(_sent, message => message.Reply.Blocks[0] == poison);
    }

    [Fact]
    public async Task A_Channel_That_Refuses_The_Bot_Rests_And_Whoever_Set_It_Up_Is_Told_Once()
    {
        await SetUpChannelAsync();
        Answer(message => new(message.To.DirectUser is null ? SendOutcome.NoAccess : SendOutcome.Sent, "1"));
        for (var day = 0; day < 4; day++)
        {
            _clock.Advance(TimeSpan.FromHours(day == 0 ? 2 : 24));
            await SweepAsync();
        }

        Assert.Single(_sent, message => message.To.DirectUser is null);
        Assert.Equal("Tips have stopped", Assert.Single(_sent, message => message.To.DirectUser == "ada").Reply.Title);
    }

    [Fact]
    public async Task Closed_Messages_Are_Tried_On_Three_Days()
    {
        await SayAsync("tips on 10:00 UTC daily");
        Answer(_ => new(SendOutcome.DirectMessagesClosed));
        for (var day = 0; day < 6; day++)
        {
            _clock.Advance(TimeSpan.FromHours(day == 0 ? 2 : 24));
            await SweepAsync();
        }

        Assert.Equal(3, _sent.Count);
        Assert.Contains("direct messages were closed", (await SayAsync("tips status")).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skip", 1)]
    [InlineData("resend", 2)]
    public async Task What_Nobody_Can_Find_Out_Is_Left_Or_Sent_Again_As_Set(string onUnknown, int count)
    {
        _options = new() { OnUnknown = onUnknown };
        await SayAsync("tips on 10:00 UTC daily");
        Answer(_ => new(SendOutcome.Unknown));
        _clock.Advance(TimeSpan.FromHours(2));

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(count, _sent.Count);
        Assert.Contains("perhaps sent", (await SayAsync("tips status")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Limit_Casts_No_Doubt_On_The_Next_Attempt_And_Breaking_Off_Does()
    {
        await SayAsync("tips on 10:00 UTC daily");
        Answer(_ => new(SendOutcome.NotNow, RetryAfter: TimeSpan.FromSeconds(40)));
        _clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync();
        await SweepAsync();
        Assert.Single(_sent);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Answer(_ => throw new InvalidOperationException("a bug"));
        await SweepAsync();
        Assert.Null(_sent[1].FirstTriedAt);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Answer(_ => new(SendOutcome.Sent, "1"));
        await SweepAsync();
        Assert.NotNull(_sent[2].FirstTriedAt);
        Assert.Single(_sent.Select(message => message.Key).Distinct());
    }

    [Fact]
    public void A_Clock_That_Jumps_Forward_Is_Trusted_After_Two_Readings_That_Agree()
    {
        var guard = new ClockGuard(_clock);
        bool Trusts()
        {
            _clock.Advance(Tick);
            return guard.Trusts(NodaTime.Extensions.DateTimeOffsetExtensions.ToInstant(_clock.GetUtcNow()));
        }

        Assert.True(Trusts());
        _clock.Jump(TimeSpan.FromDays(1));
        Assert.Equal((false, false, true), (Trusts(), Trusts(), Trusts()));
        _clock.Jump(TimeSpan.FromDays(-1));
        Assert.True(Trusts());
        Assert.False(guard.Trusts(NodaTime.Extensions.DateTimeOffsetExtensions.ToInstant(_clock.GetUtcNow().AddSeconds(6))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_Clock_That_Was_Set_A_Day_Off_Doubles_Nothing(int days)
    {
        await SayAsync("tips on 10:00 UTC daily");
        _clock.Advance(TimeSpan.FromHours(2));
        await SweepAsync();
        _clock.Jump(TimeSpan.FromDays(days));
        await SweepAsync();
        _clock.Jump(TimeSpan.FromDays(-days));
        await SweepAsync();

        Assert.Equal(_sent.Count, _sent.Select(message => message.Key).Distinct().Count());
        Assert.InRange(_sent.Count, 1, 2);
    }

    public void Dispose() => _store.Dispose();

    private void Answer(Func<OutboundMessage, SendResult> answer) => _platform
        .Setup(platform => platform.SendAsync(It.IsAny<OutboundMessage>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((OutboundMessage message, CancellationToken _) =>
        {
            lock (_sent)
            {
                _sent.Add(message);
                return answer(message);
            }
        });

    private TestBot NewBot() => new(services => services.AddSingleton(_platform.Object).AddSingleton(_options), clock: _clock, store: _store);

    private async Task<ChatReply> SayAsync(string text, string user = "ana")
    {
        using var bot = NewBot();
        return await bot.SayAsync(text, new("test", "general"), new(user));
    }

    private async Task SetUpChannelAsync()
    {
        _platform.Setup(platform => platform.ExamineAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatUser>(), It.IsAny<CancellationToken>())).ReturnsAsync(PlaceFinding.Open);
        using var bot = NewBot();
        var address = new ChatAddress("test", "general") { Workspace = "bootcamp" };
        await bot.Router.RespondAsync(new(address, new("ada", IsAdmin: true), "tips set 10:00 UTC daily") { IsAdminCommand = true }, default);
    }

    // Runs until nothing is due, then stops as a program does that is told to.
    private async Task SweepAsync(Func<Task>? meanwhile = null)
    {
        using var bot = NewBot();
        using var stop = new CancellationTokenSource();
        var running = bot.Services.GetRequiredService<TipSweep>().RunAsync(stop.Token);
        await (meanwhile?.Invoke() ?? _clock.UntilSomethingWaitsAsync(wait => wait == Tick));
        await stop.CancelAsync();
        await running;
    }
}
