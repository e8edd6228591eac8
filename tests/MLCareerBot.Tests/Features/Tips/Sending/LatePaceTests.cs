using MLCareerBot.Features.Tips.Sending;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Tests.Features.Tips.Sending;

public sealed class LatePaceTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeClock _clock = new();
    private readonly LatePace _pace;

    public LatePaceTests() => _pace = new(_clock);

    [Fact]
    public void What_Came_Due_Long_Before_The_Start_Is_Sent_At_Half_The_Speed()
    {
        _pace.Looked();

        Assert.True(IsLetThrough(lateMinutes: 11));
        Assert.False(IsLetThrough(lateMinutes: 11));
        Assert.True(IsLetThrough(lateMinutes: 9));
    }

    [Fact]
    public void What_Waits_Behind_Many_Others_Is_Not_Held_Up_Further()
    {
        LookFor(minutes: 60);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(IsLetThrough(lateMinutes: 59)));
    }

    [Fact]
    public void A_Silence_Is_Noticed_In_Mid_Life_If_It_Is_Long()
    {
        LookFor(minutes: 30);
        _clock.Advance(Minute * 9);
        _pace.Looked();
        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(IsLetThrough(lateMinutes: 20)));

        _clock.Advance(Minute * 11);
        _pace.Looked();
        Assert.True(IsLetThrough(lateMinutes: 20));
        Assert.False(IsLetThrough(lateMinutes: 20));
    }

    private void LookFor(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            _pace.Looked();
            _clock.Advance(Minute);
        }

        _pace.Looked();
    }

    private bool IsLetThrough(int lateMinutes) =>
        _pace.WaitAsync(_clock.GetUtcNow().ToInstant() - Duration.FromMinutes(lateMinutes), default).IsCompleted;
}
