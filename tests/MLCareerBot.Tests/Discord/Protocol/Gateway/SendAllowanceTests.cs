using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class SendAllowanceTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void No_Minute_Sees_More_Than_120_Frames_And_Ten_Are_For_Heartbeats()
    {
        var allowance = new SendAllowance(_clock);

        Assert.Equal(110, Enumerable.Range(0, 1000).Count(_ => allowance.TryTake(isHeartbeat: false)));
        Assert.Equal(10, Enumerable.Range(0, 1000).Count(_ => allowance.TryTake(isHeartbeat: true)));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(allowance.TryTake(isHeartbeat: true));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(allowance.TryTake(isHeartbeat: false));
    }
}
