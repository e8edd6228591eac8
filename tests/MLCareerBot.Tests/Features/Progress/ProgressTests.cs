using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Progress;

/// <summary>Somebody keeps track of their way along the roadmap.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task Steps_Are_Marked_And_Shown_To_Nobody_Else()
    {
        var first = await _bot.SayAsync("progress show");
        Assert.True(first.IsPrivate);
        Assert.Contains("0 of", first.AllText(), StringComparison.Ordinal);

        var done = await _bot.ConverseAsync("progress set A1 done", "progress set A2 doing", "progress set A3 skip");

        Assert.Contains("1 of", done.AllText(), StringComparison.Ordinal);
        Assert.Equal(["done", "doing", "skipped"], Marks(done).Take(3));
        Assert.All(Marks(done).Skip(3), mark => Assert.Equal("not started", mark));
        Assert.Contains("0 of", (await _bot.SayAsync("progress show", new("test", "general"), new("ben"))).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Next_Step_Is_Offered()
    {
        var reply = await _bot.SayAsync("progress set A1 done");
        Assert.Contains(reply.FollowUps, next => next.Says == "progress set A2 doing");

        reply = await _bot.SayAsync("progress set A2 doing");
        Assert.Equal("progress set A2 done", Assert.Single(reply.FollowUps).Says);
    }

    [Theory]
    [InlineData("progress set a1 done")]
    [InlineData("progress set 1 done")]
    public async Task A_Step_Is_Known_By_Its_Id_And_Its_Number(string text) => Assert.Equal("done", Marks(await _bot.SayAsync(text))[0]);

    [Theory]
    [InlineData("progress set Z9 done")]
    [InlineData("progress set 99 done")]
    [InlineData("progress set A1 finished")]
    public async Task What_Is_No_Step_Or_Mark_Is_Refused_With_What_There_Is(string text)
    {
        Assert.NotEqual("Your progress", (await _bot.SayAsync(text)).Title);
        Assert.Contains("0 of", (await _bot.SayAsync("progress show")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_Begin_Anew_Is_Asked_For_Once()
    {
        await _bot.SayAsync("progress set A1 done");
        var asked = await _bot.SayAsync("progress reset");
        Assert.Equal("done", Marks(await _bot.SayAsync("progress show"))[0]);

        Assert.Equal("not started", Marks(await _bot.SayAsync(asked.FollowUps[0].Says))[0]);
    }

    public void Dispose() => _bot.Dispose();

    private static List<string> Marks(ChatReply reply) =>
        [.. reply.Blocks.OfType<ReplyBlock.NumberedList>().First().Items.Select(item => item[(item.LastIndexOf(':') + 2)..])];
}
