using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class ReconnectWaitTests
{
    private readonly ReconnectWait _wait = new(new(new Random(7)));

    [Fact]
    public void It_Doubles_From_One_Second_To_Sixty_And_Stays_There()
    {
        int[] most = [1, 2, 4, 8, 16, 32, 60, 60, .. Enumerable.Repeat(60, 100)];

        Assert.All(most, seconds => Assert.InRange(Failed(), TimeSpan.FromSeconds(seconds * 0.75), TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void A_Connection_That_Lasted_A_Minute_Starts_It_Afresh()
    {
        for (var i = 0; i < 5; i++)
        {
            Failed();
        }

        Assert.InRange(_wait.After(GatewayReaction.Resume, TimeSpan.FromSeconds(59)).TotalSeconds, 24, 32);
        Assert.InRange(_wait.After(GatewayReaction.Resume, TimeSpan.FromSeconds(60)).TotalSeconds, 0.75, 1);
    }

    [Fact]
    public void Told_To_Reconnect_It_Does_So_At_Once_But_Not_Over_And_Over()
    {
        double[] waits = [.. Enumerable.Range(0, 4).Select(_ => _wait.After(GatewayReaction.ResumeAtOnce, TimeSpan.FromSeconds(1)).TotalSeconds)];

        Assert.Equal(0, waits[0]);
        Assert.InRange(waits[1], 1.5, 2);
        Assert.InRange(waits[3], 6, 8);
    }

    [Fact]
    public void A_Refused_Session_Costs_One_To_Five_Seconds_And_More_When_It_Goes_On()
    {
        for (var i = 0; i < 1000; i++)
        {
            Assert.InRange(new ReconnectWait(new(new Random(i))).After(GatewayReaction.IdentifyLater, TimeSpan.Zero).TotalSeconds, 1, 5);
        }

        double[] waits = [.. Enumerable.Range(0, 8).Select(_ => _wait.After(GatewayReaction.IdentifyLater, TimeSpan.Zero).TotalSeconds)];
        Assert.InRange(waits[^1], 45, 60);
    }

    private TimeSpan Failed() => _wait.After(GatewayReaction.Resume, TimeSpan.Zero);
}
