using MLCareerBot.Chat;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Tips.Sending;

namespace MLCareerBot.Tests.Features.Tips.Sending;

/// <summary>Each sweep is a start of the program (fault rows 51, 52, 55, 56 and 60).</summary>
public sealed class TipSweepTests : IDisposable
{
    private readonly SweepBed _bed = new();

    [Theory]
    [InlineData("0.00:05:00", 1)]
    [InlineData("0.05:00:00", 1)]
    [InlineData("0.07:00:00", 0)]
    [InlineData("5.07:00:00", 0)]
    [InlineData("5.01:00:00", 1)]
    public async Task After_A_Time_Down_There_Is_At_Most_One(string late, int count)
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.Parse(late, System.Globalization.CultureInfo.InvariantCulture));

        await _bed.SweepAsync();
        await _bed.SweepAsync();

        Assert.Equal(count, _bed.Sent.Count);
    }

    [Fact]
    public async Task A_Tip_Comes_Each_Day_And_Never_The_Same()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        for (var day = 0; day < 30; day++)
        {
            _bed.Clock.Advance(TimeSpan.FromDays(day == 0 ? 1.0 / 12 : 1));
            await _bed.SweepAsync();
        }

        Assert.Equal(30, _bed.Sent.Count);
        Assert.Equal(30, _bed.Sent.Select(message => message.Key).Distinct().Count());
        Assert.Equal(30, _bed.Sent.Select(message => message.Reply.Blocks[0]).Distinct().Count());
        Assert.Contains(new FollowUp("Stop these tips", "tips off"), _bed.Sent[0].Reply.FollowUps);
        Assert.True(_bed.Sent[0].IsOneOfMany);
        Assert.Contains(new ReplyBlock.Note("Tip 30 of 143."), _bed.Sent[^1].Reply.Blocks);
    }

    [Fact]
    public async Task The_Channel_Of_Direct_Messages_Is_Found_Once()
    {
        _bed.Answer(_ => new(SendOutcome.Sent, "1") { DirectChannel = "D1" });
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Clock.Advance(TimeSpan.FromHours(2));
        await _bed.SweepAsync();
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await _bed.SweepAsync();

        Assert.Equal([null, "D1"], _bed.Sent.Select(message => message.DirectChannel));
    }

    [Fact]
    public async Task Nothing_Comes_While_Paused_Nor_After_It_Was_Stopped()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        await _bed.SayAsync("tips pause 1 week");
        _bed.Clock.Advance(TimeSpan.FromHours(2));
        await _bed.SweepAsync();
        Assert.Empty(_bed.Sent);

        _bed.Clock.Advance(TimeSpan.FromDays(7));
        await _bed.SweepAsync();
        Assert.Single(_bed.Sent);

        await _bed.SayAsync("tips off");
        _bed.Clock.Advance(TimeSpan.FromDays(1));
        await _bed.SweepAsync();
        Assert.Single(_bed.Sent);
    }

    [Fact]
    public async Task A_Tip_That_Is_Refused_For_Its_Words_Is_Replaced_And_Others_Go_On()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily", "ana");
        await _bed.SayAsync("tips on 10:00 UTC daily", "ben");
        var poison = (ReplyBlock?)null;
        _bed.Answer(message =>
        {
            poison ??= message.Reply.Blocks[0];
            return new(message.Reply.Blocks[0] == poison ? SendOutcome.ContentRefused : SendOutcome.Sent, "1");
        });
        _bed.Clock.Advance(TimeSpan.FromMinutes(65));

        await _bed.SweepAsync();
        await _bed.SweepAsync();

        Assert.Equal(2, _bed.Sent.Where(message => message.Reply.Blocks[0] != poison).Select(message => message.Key).Distinct().Count());
        Assert.All(_bed.Sent, message => Assert.Null(message.FirstTriedAt));
        Assert.Single(_bed.Sent, message => message.Reply.Blocks[0] == poison);
    }

    [Fact]
    public async Task A_Channel_That_Refuses_The_Bot_Rests_And_Whoever_Set_It_Up_Is_Told_Once()
    {
        await _bed.SetUpChannelAsync();
        _bed.Answer(message => new(message.To.DirectUser is null ? SendOutcome.NoAccess : SendOutcome.Sent, "1"));
        for (var day = 0; day < 4; day++)
        {
            _bed.Clock.Advance(TimeSpan.FromHours(day == 0 ? 2 : 24));
            await _bed.SweepAsync();
        }

        Assert.Single(_bed.Sent, message => message.To.DirectUser is null);
        Assert.Equal("Tips have stopped", Assert.Single(_bed.Sent, message => message.To.DirectUser == "ada").Reply.Title);
    }

    [Fact]
    public async Task Whoever_Set_A_Channel_Up_Is_Told_Once_That_Its_Tips_Run_Out_And_Begin_Anew()
    {
        var pack = RealKnowledge.Base.Current.Pack;
        var (group, count) = pack.Groups.Select(group => (group.Id, Count: pack.TipsOn(group.Id).Count())).Where(group => group.Count > 7).MinBy(group => group.Count);
        await _bed.SetUpChannelAsync($"topic:{group}");
        for (var day = 0; day <= count; day++)
        {
            _bed.Clock.Advance(TimeSpan.FromDays(day == 0 ? 1.0 / 12 : 1));
            await _bed.SweepAsync();
            await _bed.SweepAsync();
        }

        var told = _bed.Sent.Where(message => message.To.DirectUser == "ada").ToList();
        Assert.Equal(["Tips are nearly used up", "Tips begin anew"], told.Select(message => message.Reply.Title));
        Assert.StartsWith($"7 of {count} tips are left", told[0].Reply.AllText().Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(count + 1 + told.Count, _bed.Sent.Count);
    }

    [Fact]
    public async Task That_A_Small_Pool_Begins_Anew_Is_Not_Said_Every_Time()
    {
        var pack = RealKnowledge.Base.Current.Pack;
        var (topic, count) = pack.Tips.CountBy(tip => tip.Topic).MinBy(topic => topic.Value);
        await _bed.SetUpChannelAsync($"topic:{topic}");
        for (var day = 0; day <= 2 * count; day++)
        {
            _bed.Clock.Advance(TimeSpan.FromDays(day == 0 ? 1.0 / 12 : 1));
            await _bed.SweepAsync();
        }

        Assert.Equal("Tips begin anew", Assert.Single(_bed.Sent, message => message.To.DirectUser == "ada").Reply.Title);
        Assert.Equal((2 * count) + 2, _bed.Sent.Count);
    }

    [Fact]
    public async Task Closed_Messages_Are_Tried_On_Three_Days()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Answer(_ => new(SendOutcome.DirectMessagesClosed));
        for (var day = 0; day < 6; day++)
        {
            _bed.Clock.Advance(TimeSpan.FromHours(day == 0 ? 2 : 24));
            await _bed.SweepAsync();
        }

        Assert.Equal(3, _bed.Sent.Count);
        Assert.Contains("direct messages were closed", (await _bed.SayAsync("tips status")).AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skip", 1)]
    [InlineData("resend", 2)]
    public async Task What_Nobody_Can_Find_Out_Is_Left_Or_Sent_Again_As_Set(string onUnknown, int count)
    {
        _bed.Options = new() { OnUnknown = onUnknown };
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Answer(_ => new(SendOutcome.Unknown));
        _bed.Clock.Advance(TimeSpan.FromHours(2));

        await _bed.SweepAsync();
        await _bed.SweepAsync();

        Assert.Equal(count, _bed.Sent.Count);
        Assert.Contains("perhaps sent", (await _bed.SayAsync("tips status")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Limit_Casts_No_Doubt_On_The_Next_Attempt_And_Breaking_Off_Does()
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        _bed.Answer(_ => new(SendOutcome.NotNow, RetryAfter: TimeSpan.FromSeconds(40)));
        _bed.Clock.Advance(TimeSpan.FromHours(2));
        await _bed.SweepAsync();
        await _bed.SweepAsync();
        Assert.Single(_bed.Sent);

        _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        _bed.Answer(SendResult (_) => throw new InvalidOperationException("a bug"));
        await _bed.SweepAsync();
        Assert.Null(_bed.Sent[1].FirstTriedAt);

        _bed.Clock.Advance(TimeSpan.FromMinutes(1));
        _bed.Answer(_ => new(SendOutcome.Sent, "1"));
        await _bed.SweepAsync();
        Assert.NotNull(_bed.Sent[2].FirstTriedAt);
        Assert.Single(_bed.Sent.Select(message => message.Key).Distinct());
    }

    [Fact]
    public void A_Clock_That_Jumps_Forward_Is_Trusted_After_Two_Readings_That_Agree()
    {
        var guard = new ClockGuard(_bed.Clock);
        bool Trusts()
        {
            _bed.Clock.Advance(SweepBed.Tick);
            return guard.Trusts(NodaTime.Extensions.DateTimeOffsetExtensions.ToInstant(_bed.Clock.GetUtcNow()));
        }

        Assert.True(Trusts());
        _bed.Clock.Jump(TimeSpan.FromDays(1));
        Assert.Equal((false, false, true), (Trusts(), Trusts(), Trusts()));
        _bed.Clock.Jump(TimeSpan.FromDays(-1));
        Assert.True(Trusts());
        Assert.False(guard.Trusts(NodaTime.Extensions.DateTimeOffsetExtensions.ToInstant(_bed.Clock.GetUtcNow().AddSeconds(6))));
    }

    [Theory]
    [InlineData(10, "20261123 20261124 20261125")]
    [InlineData(-10, "20261123 20261124 20261125")]
    [InlineData(11, "20261123 20261124 20261125")]
    [InlineData(-11, "20261123 20261124 20261125")]
    [InlineData(24 * 60, "20261124 20261125")] // By that clock the first is a day late.
    [InlineData(-24 * 60, "20261123 20261124 20261125")]
    public async Task Whoever_Sets_The_Clock_And_Sets_It_Back_Gets_At_Most_One_Tip_For_Each_Date(int minutes, string dates)
    {
        await _bed.SayAsync("tips on 10:00 UTC daily");
        using var bot = _bed.NewBot();
        await LookAfterAsync(bot, TimeSpan.FromMinutes(56));
        _bed.Clock.Jump(TimeSpan.FromMinutes(minutes));
        await LookAfterAsync(bot, SweepBed.Tick);
        _bed.Clock.Jump(TimeSpan.FromMinutes(-minutes));
        await LookAfterAsync(bot, TimeSpan.FromMinutes(9));
        await LookAfterAsync(bot, TimeSpan.FromDays(1));
        await LookAfterAsync(bot, TimeSpan.FromDays(1));

        Assert.Equal(dates, string.Join(' ', _bed.Sent.Select(message => message.Key[^8..])));
    }

    // Often enough for a clock that is doubted to be trusted again.
    private async Task LookAfterAsync(TestBot bot, TimeSpan time)
    {
        _bed.Clock.Advance(time);
        for (var look = 0; look < 4; look++)
        {
            await _bed.SweepAsync(bot);
            _bed.Clock.Advance(SweepBed.Tick);
        }
    }

    public void Dispose() => _bed.Dispose();
}
