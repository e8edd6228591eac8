using MLCareerBot.Chat;
using MLCareerBot.Tests.Storage;

namespace MLCareerBot.Tests.Features.Tips.Sending;

/// <summary>The store goes away while tips are due, and comes back (fault rows 9 and 16).</summary>
public sealed class StoreAwayTests : IDisposable
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    private readonly SweepBed _bed = new();
    private readonly AwayStore _store = new();

    [Fact]
    public async Task Without_A_Ledger_Nothing_Is_Sent_And_With_It_What_Came_Due_Is()
    {
        using var bot = await OrderAsync();
        await SweepBed.SweepAsync(bot, async () =>
        {
            await _bed.UntilIdleAsync();
            _store.IsAway = true;
            await _bed.PassAsync(TimeSpan.FromMinutes(3));
            Assert.Empty(_bed.Sent);
            Assert.Equal("I cannot remember anything just now", (await bot.SayAsync("tips status")).Title);
            Assert.Single(bot.Log.Lines, line => line.Text.StartsWith("No tips are sent", StringComparison.Ordinal));

            _store.IsAway = false;
            await _bed.PassAsync(SweepBed.Tick);
        });

        Assert.Single(_bed.Sent);
    }

    [Fact]
    public async Task What_Was_Sent_When_It_Went_Is_Written_Down_When_It_Is_Back()
    {
        using var bot = await OrderAsync();
        _bed.Answer(_ =>
        {
            _store.IsAway = true;
            return new(SendOutcome.Sent, "1");
        });
        _bed.Clock.Advance(TimeSpan.FromMinutes(3));
        await SweepBed.SweepAsync(bot, async () =>
        {
            await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == TryAgain);
            _bed.Clock.Advance(TryAgain);
            await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == TryAgain);
            _store.IsAway = false;
            _bed.Clock.Advance(TryAgain);
        });
        await _bed.SweepAsync(bot);

        Assert.Single(_bed.Sent);
        Assert.Contains("sent", (await bot.SayAsync("tips status")).AllText(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _bed.Dispose();
        _store.Dispose();
    }

    // Due in a minute, or up to two minutes later.
    private async Task<TestBot> OrderAsync()
    {
        var bot = _bed.NewBot(_store.Add);
        await bot.SayAsync("tips on 10:00 UTC daily");
        _bed.Clock.Advance(TimeSpan.FromMinutes(59));
        return bot;
    }
}
