using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Tips;

public sealed class TipTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task A_Tip_Shows_Its_Topic_Its_Step_And_Its_Source()
    {
        var reply = await _bot.SayAsync("tip");

        var tip = TipIn(reply);
        Assert.Contains(RealKnowledge.Pack.FindTopic(tip.Topic)!.Question, reply.AllText(), StringComparison.Ordinal);
        Assert.Contains($"{tip.Step}:", reply.AllText(), StringComparison.Ordinal);
        Assert.Equal([tip.Source], reply.Sources.Select(source => source.Id));
        Assert.Equal("daily-tip", reply.Outcome?.Topic);
        Assert.False(reply.IsPrivate);
    }

    [Theory]
    [InlineData("tip")]
    [InlineData("tip salary")]
    public async Task A_Tip_Never_Comes_Twice_In_A_Row(string text)
    {
        var last = "";
        for (var turn = 0; turn < 200; turn++)
        {
            var tip = TipIn(await _bot.SayAsync(text)).Id;
            Assert.NotEqual(last, tip);
            last = tip;
        }
    }

    [Fact]
    public async Task Tips_Are_Spread_Over_All_There_Are()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var turn = 0; turn < 5 * RealKnowledge.Pack.Tips.Count; turn++)
        {
            seen.Add(TipIn(await _bot.SayAsync("tip")).Id);
        }

        Assert.True(seen.Count > RealKnowledge.Pack.Tips.Count * 0.9);
    }

    [Fact]
    public async Task A_Tip_Can_Be_On_A_Group_Or_A_Topic()
    {
        for (var turn = 0; turn < 20; turn++)
        {
            Assert.Equal("skills", RealKnowledge.Pack.FindTopic(TipIn(await _bot.SayAsync("tip skills")).Topic)!.Group);
            Assert.Equal("portfolio", TipIn(await _bot.SayAsync("tip portfolio")).Topic);
        }
    }

    [Fact]
    public async Task A_Thousand_People_At_Once_All_Get_One()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(user =>
            Task.Run(() => _bot.SayAsync("tip", new("test", $"{user % 7}"), new($"{user}")))));

        Assert.All(replies, reply => TipIn(reply));
    }

    public void Dispose() => _bot.Dispose();

    private static Tip TipIn(ChatReply reply) =>
        RealKnowledge.Pack.Tips.Single(tip => reply.Blocks.Contains(new ReplyBlock.Paragraph(tip.Text)));
}
