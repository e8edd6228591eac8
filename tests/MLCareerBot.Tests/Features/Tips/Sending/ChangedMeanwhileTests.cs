using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Memory;

namespace MLCareerBot.Tests.Features.Tips.Sending;

/// <summary>What people, platforms and governments change while a tip is on its way (fault rows 54, 57 and 58).</summary>
public sealed class ChangedMeanwhileTests : IDisposable
{
    private readonly SweepBed _bed = new();

    [Theory]
    [InlineData("tips off")]
    [InlineData("tips on 12:00 Europe/Berlin daily")]
    [InlineData("tips pause 1 week")]
    [InlineData("privacy delete yes")]
    public async Task What_Somebody_Says_While_Their_Tip_Waits_Its_Turn_Holds(string text)
    {
        await _bed.SayAsync("tips on 10:00 UTC daily", "ana");
        await _bed.SayAsync("tips on 10:00 UTC daily", "ben");

        // So late that they go one after the other.
        _bed.Clock.Advance(TimeSpan.FromMinutes(90));
        using var bot = _bed.NewBot();
        await SweepBed.SweepAsync(bot, async () =>
        {
            await _bed.Clock.UntilSomethingWaitsAsync(IsTurn);
            var waiting = await UntilOneIsSentAsync() == "ana" ? "ben" : "ana";
            await bot.SayAsync(text, new("test", "general"), new(waiting));
            _bed.Clock.Advance(SweepBed.Tick);
            await _bed.UntilIdleAsync();
        });
        await _bed.SweepAsync(bot);

        Assert.Single(_bed.Sent);
    }

    [Fact]
    public async Task A_New_Time_On_The_Same_Day_Brings_No_Second_Tip()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Clock.Advance(TimeSpan.FromMinutes(65));
        await _bed.SweepAsync();
        await _bed.SayAsync("tips on 15:00 UTC daily");
        await _bed.SayAsync("tips on 18:00 Europe/Berlin daily");

        _bed.Clock.Advance(TimeSpan.FromHours(10));
        await _bed.SweepAsync();
        Assert.Single(_bed.Sent);

        _bed.Clock.Advance(TimeSpan.FromHours(21));
        await _bed.SweepAsync();
        Assert.Equal(2, _bed.Sent.Count);
    }

    [Fact]
    public async Task A_Channel_That_Is_Gone_Is_Believed_So_After_An_Hour_And_Not_For_What_Happened_Days_Ago()
    {
        await _bed.SetUpChannelAsync();
        var isGone = true;
        _bed.Answer(message => new(isGone && message.To.DirectUser is null ? SendOutcome.Gone : SendOutcome.Sent, "1"));
        using var bot = _bed.NewBot();

        await PassAsync(bot, TimeSpan.FromMinutes(65));
        isGone = false;
        await PassAsync(bot, TimeSpan.FromMinutes(65));
        Assert.Equal(2, ToTheChannel());

        isGone = true;
        await PassAsync(bot, TimeSpan.FromHours(23));
        Assert.Equal(3, ToTheChannel());
        Assert.DoesNotContain(_bed.Sent, message => message.To.DirectUser == "ada");

        await PassAsync(bot, TimeSpan.FromMinutes(65));
        await PassAsync(bot, TimeSpan.FromDays(1));
        Assert.Equal(4, ToTheChannel());
        Assert.Equal("Tips have stopped", Assert.Single(_bed.Sent, message => message.To.DirectUser == "ada").Reply.Title);
    }

    [Fact]
    public async Task After_An_Upgrade_Of_The_Zone_Data_A_Tip_Comes_At_Its_Local_Time_And_Once()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Clock.Advance(TimeSpan.FromMinutes(65));
        await _bed.SweepAsync();
        await KeepAsOldDataHadItAsync(NodaTime.Duration.FromHours(-1));

        // By the old data the next one is due an hour early, and by the new at ten o'clock.
        _bed.Clock.Advance(TimeSpan.FromHours(23) - TimeSpan.FromMinutes(10));
        await _bed.SweepAsync();
        Assert.Single(_bed.Sent);

        _bed.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(10));
        await _bed.SweepAsync();
        await _bed.SweepAsync();
        Assert.Equal(2, _bed.Sent.Count);

        // The other way round: by the old data the tip that has come today is due once more.
        await KeepAsOldDataHadItAsync(NodaTime.Duration.FromHours(-30));
        await _bed.SweepAsync();
        Assert.Equal(2, _bed.Sent.Count);
    }

    public void Dispose() => _bed.Dispose();

    private static bool IsTurn(TimeSpan wait) => wait > TimeSpan.Zero && wait <= TimeSpan.FromMilliseconds(40);

    private int ToTheChannel() => _bed.Sent.Count(message => message.To.DirectUser is null);

    private async Task<string?> UntilOneIsSentAsync()
    {
        while (_bed.Sent is [])
        {
            await Task.Yield();
        }

        return _bed.Sent[0].To.DirectUser;
    }

    private async Task PassAsync(TestBot bot, TimeSpan time)
    {
        _bed.Clock.Advance(time);
        await _bed.SweepAsync(bot);
    }

    private async Task KeepAsOldDataHadItAsync(NodaTime.Duration off)
    {
        using var bot = _bed.NewBot();
        var subscriptions = bot.Services.GetRequiredService<ISubscriptions>();
        var own = Assert.Single(await subscriptions.OfPlaceAsync(ChatAddress.DirectTo("test", "ana"), default));
        Assert.True(await subscriptions.SaveAsync(own with { NextDue = own.NextDue + off, ZoneVersion = "2019a" }, default));
    }
}
