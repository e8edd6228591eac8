using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Memory;

namespace MLCareerBot.Tests.Features.Tips.Sending;

/// <summary>Places that hang, and programs that do (fault rows 1, 5, 7 and 61).</summary>
public sealed class SlowPlacesTests : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>The part of a lease within which an attempt must be over.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(18);

    private static readonly string[] People = [.. Enumerable.Range(0, 30).Select(number => $"user{number}")];

    private readonly SweepBed _bed = new();

    [Fact]
    public async Task A_Place_That_Hangs_Holds_Nobody_Up_And_Is_Tried_Less_And_Less_Often()
    {
        await OrderAsync("ana", "ben");
        var ben = new TaskCompletionSource();
        _bed.Answer(async (message, token) =>
        {
            if (message.To.DirectUser == "ben")
            {
                ben.SetResult();
                return new(SendOutcome.Sent, "1");
            }

            await Task.Delay(Timeout.Infinite, token);
            throw new OperationCanceledException(token);
        });

        using var bot = _bed.NewBot();
        await SweepBed.SweepAsync(bot, async () =>
        {
            await ben.Task;
            await HangUntilTheDeadlineAsync(1);
        });
        for (var (attempt, pause) = (0, 15); pause <= 240; (attempt, pause) = (attempt + 1, pause * 2))
        {
            _bed.Clock.Advance(TimeSpan.FromSeconds(pause - 1));
            await _bed.SweepAsync(bot);
            Assert.Equal(attempt + 1, OfAna().Count);
            _bed.Clock.Advance(TimeSpan.FromSeconds(1));
            await SweepBed.SweepAsync(bot, () => HangUntilTheDeadlineAsync(attempt + 2));
        }

        Assert.Null(OfAna()[0].FirstTriedAt);
        Assert.All(OfAna()[1..], message => Assert.NotNull(message.FirstTriedAt));
        Assert.Single(OfAna().Select(message => message.Key).Distinct());
    }

    [Fact]
    public async Task What_Was_Due_Long_Before_The_Start_Goes_At_Half_The_Speed_That_Platforms_Allow()
    {
        await OrderAsync(People);
        _bed.Clock.Advance(TimeSpan.FromMinutes(20));
        var start = _bed.Clock.GetUtcNow();
        var inTheFirstSecond = 0;
        _bed.Answer(_ =>
        {
            inTheFirstSecond += _bed.Clock.GetUtcNow() - start < TimeSpan.FromSeconds(1) ? 1 : 0;
            return new(SendOutcome.Sent, "1");
        });

        using var bot = _bed.NewBot();
        await SweepBed.SweepAsync(bot, () => PassUntilSentAsync(People.Length));

        Assert.InRange(inTheFirstSecond, 1, 25);
    }

    [Fact]
    public async Task What_Comes_Due_Now_Does_Not_Wait_For_What_Has_To_Be_Caught_Up_With()
    {
        await OrderAsync([.. Enumerable.Range(0, 60).Select(number => $"late{number}")]);
        _bed.Clock.Advance(TimeSpan.FromMinutes(17));
        await _bed.SayAsync("tips on 10:30 UTC daily", "zoe");
        _bed.Clock.Advance(TimeSpan.FromMinutes(13));

        var sentWithZoes = 0;
        using var bot = _bed.NewBot();
        await SweepBed.SweepAsync(bot, async () =>
        {
            while (!_bed.Sent.Any(message => message.To.DirectUser == "zoe"))
            {
                await Task.Yield();
            }

            sentWithZoes = _bed.Sent.Count;
            await PassUntilSentAsync(61);
        });

        Assert.InRange(sentWithZoes, 1, 2);
    }

    [Fact]
    public async Task What_Waits_For_Nobody_But_The_Platform_Goes_As_Fast_As_That_Allows()
    {
        using var bot = _bed.NewBot();
        await OrderAsync(People);
        await _bed.SweepAsync(bot);

        Assert.Equal(People.Length, _bed.Sent.Count);
    }

    [Fact]
    public async Task Whoever_Slept_Through_Their_Lease_Changes_Nothing_Any_More()
    {
        await OrderAsync("ana");
        var asleep = new TaskCompletionSource<SendResult>();
        _bed.Answer((message, _) => message.FirstTriedAt is null ? asleep.Task : Task.FromResult(new SendResult(SendOutcome.Sent, "second")));

        using var bot = _bed.NewBot();
        await SweepBed.SweepAsync(bot, async () =>
        {
            await UntilHangingAsync();
            await _bed.PassAsync(Lease);
            await UntilSettledAsync(bot, "second");
            asleep.SetResult(new(SendOutcome.Sent, "first"));
        });

        Assert.Equal(("second", DeliveryState.Sent), (await LastAsync(bot) is { } last ? (last.MessageId, last.State) : default));
    }

    [Fact]
    public async Task A_Program_That_Is_Told_To_Stop_Gives_Up_After_Seconds_And_The_Next_One_Looks_For_The_Copy()
    {
        await OrderAsync("ana");
        _bed.Answer(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new OperationCanceledException(token);
        });
        var asked = _bed.Clock.GetUtcNow();
        using (var bot = _bed.NewBot())
        {
            using var stop = new CancellationTokenSource();
            var running = bot.Services.GetRequiredService<TipSweep>().RunAsync(stop.Token);
            await UntilHangingAsync();
            await stop.CancelAsync();
            await _bed.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(3));
            _bed.Clock.Advance(TimeSpan.FromSeconds(3));
            await running;
        }

        Assert.Equal(TimeSpan.FromSeconds(3), _bed.Clock.GetUtcNow() - asked);
        _bed.Answer(_ => new(SendOutcome.Sent, "1"));
        _bed.Clock.Advance(TimeSpan.FromSeconds(15));
        await _bed.SweepAsync();

        Assert.Equal(2, OfAna().Count);
        Assert.NotNull(OfAna()[1].FirstTriedAt);
    }

    [Fact]
    public async Task What_A_Program_Took_Before_It_Was_Killed_Is_Sent_By_The_Next_After_The_Lease()
    {
        await OrderAsync("ana");
        using (var killed = _bed.NewBot())
        {
            var ledger = killed.Services.GetRequiredService<IDeliveryLedger>();
            var taken = await ledger.ClaimAsync(
                new("test", 10, "killed", NodaTime.Duration.FromTimeSpan(Lease)), due => new TipPlan.Send("read-one-posting", due.Subscription.NextDate), default);
            Assert.Single(taken.ToSend);
        }

        await _bed.SweepAsync();
        Assert.Empty(_bed.Sent);

        _bed.Clock.Advance(Lease);
        await _bed.SweepAsync();
        await _bed.SweepAsync();

        Assert.NotNull(Assert.Single(_bed.Sent).FirstTriedAt);
    }

    public void Dispose() => _bed.Dispose();

    private async Task OrderAsync(params IReadOnlyList<string> users)
    {
        foreach (var user in users)
        {
            await _bed.SayAsync("tips on 10:00 UTC daily", user);
        }

        // A little more than the tips are spread over; not yet late.
        _bed.Clock.Advance(TimeSpan.FromMinutes(63));
    }

    private async Task PassUntilSentAsync(int count)
    {
        while (_bed.Sent.Count < count)
        {
            _bed.Clock.Advance(TimeSpan.FromMilliseconds(40));
            await Task.Delay(1);
        }
    }

    private List<OutboundMessage> OfAna() => [.. _bed.Sent.Where(message => message.To.DirectUser == "ana")];

    private async Task HangUntilTheDeadlineAsync(int attempts)
    {
        while (OfAna().Count < attempts)
        {
            await Task.Yield();
        }

        _bed.Clock.Advance(Deadline);
    }

    private Task<TimeSpan> UntilHangingAsync() => _bed.Clock.UntilSomethingWaitsAsync(wait => wait == Deadline);

    private static async Task UntilSettledAsync(TestBot bot, string message)
    {
        while (await LastAsync(bot) is not { } last || last.MessageId != message)
        {
            await Task.Yield();
        }
    }

    private static async Task<Delivery?> LastAsync(TestBot bot)
    {
        var subscriptions = bot.Services.GetRequiredService<ISubscriptions>();
        var own = await subscriptions.OfPlaceAsync(ChatAddress.DirectTo("test", "ana"), default);
        return await subscriptions.DeliveriesAsync(own[0].Id, 1, default) is [var last, ..] ? last : null;
    }
}
