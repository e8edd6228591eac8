using MLCareerBot.Features;

namespace MLCareerBot.Tests.Features;

public sealed class RecentTests
{
    [Fact]
    public void The_Value_Longest_Unused_Goes_First()
    {
        var recent = new Recent<string, int>(capacity: 2);
        recent.Set("a", 1);
        recent.Set("b", 2);
        recent.TryGet("a", out _);

        recent.Set("c", 3);

        Assert.False(recent.TryGet("b", out _));
        Assert.True(recent.TryGet("a", out var kept) && kept == 1);
    }

    [Fact]
    public void A_Key_Is_Kept_Once()
    {
        var recent = new Recent<string, int>(capacity: 2);
        recent.Set("a", 1);
        recent.Set("a", 2);
        recent.Set("b", 3);

        Assert.True(recent.TryGet("a", out var value));
        Assert.Equal(2, value);
    }
}
