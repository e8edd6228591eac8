using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Chat;

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

    [Fact]
    public void What_Was_There_Before_Is_Not_Added_Again()
    {
        var recent = new Recent<string, int>(capacity: 2);

        Assert.True(recent.TryAdd("a", 1));
        Assert.False(recent.TryAdd("a", 2));
        Assert.True(recent.TryGet("a", out var first) && first == 1);

        Assert.True(recent.TryAdd("b", 3) && recent.TryAdd("c", 4));
        Assert.True(recent.TryAdd("a", 5));
    }

    [Fact]
    public void Of_Many_At_Once_One_Comes_First()
    {
        var recent = new Recent<string, int>(capacity: 10);

        var added = Enumerable.Range(0, 1_000).AsParallel().Count(turn => recent.TryAdd("a", turn));

        Assert.Equal(1, added);
    }
}
