using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class BucketTests
{
    private readonly Bucket _bucket = new();

    [Fact]
    public void Unknown_Is_Unlimited() => Assert.Equal(100, Enter(100, second: 0));

    [Fact]
    public void Requests_On_Their_Way_Are_Counted()
    {
        Enter(4, second: 0);

        Answer(remaining: 4, resetAfter: 5, second: 1);

        Assert.Equal(1, Enter(10, second: 1));
        Assert.Equal(TimeSpan.FromSeconds(5), _bucket.WaitLeft(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_New_Window_Is_As_Long_As_The_Last()
    {
        Enter(1, second: 0);
        Answer(remaining: 0, resetAfter: 5, second: 0);

        Assert.Equal(0, Enter(10, second: 4.9));
        Assert.Equal(5, Enter(10, second: 5));
        Assert.Equal(0, Enter(10, second: 9.9));
        Assert.Equal(5, Enter(10, second: 10));
    }

    [Fact]
    public void An_Answer_That_Was_Overtaken_Gives_Nothing_Back()
    {
        Enter(3, second: 0);

        Answer(remaining: 2, resetAfter: 5, second: 0);
        Answer(remaining: 4, resetAfter: 5, second: 0);

        Assert.Equal(0, Enter(10, second: 0));
    }

    [Fact]
    public void A_Pause_Holds_Until_Its_End_And_Is_Not_Cut_Short()
    {
        _bucket.Pause(TimeSpan.FromSeconds(10));
        _bucket.Pause(TimeSpan.FromSeconds(2));

        Assert.Equal(0, Enter(1, second: 9.9));
        Assert.Equal(1, Enter(1, second: 10));
    }

    private int Enter(int requests, double second) => Enumerable.Range(0, requests).Count(_ => _bucket.TryEnter(TimeSpan.FromSeconds(second)));

    private void Answer(int remaining, double resetAfter, double second)
    {
        var said = new RateLimits { Limit = 5, Remaining = remaining, ResetAfter = TimeSpan.FromSeconds(resetAfter) };
        _bucket.Learn(said, TimeSpan.FromSeconds(second));
        _bucket.Leave();
    }
}
