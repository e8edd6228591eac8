using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Features.Admin;

public sealed class ExplainTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task An_Answer_Is_Explained_By_Its_Words_Its_Rivals_And_Its_Chance()
    {
        var reply = await _bot.AdminAsync("explain how mcuh does a machine learnng engineer earn");

        Assert.Equal("Answered with salary", reply.Title);
        Assert.StartsWith("It is clear", Assert.IsType<ReplyBlock.Paragraph>(reply.Blocks[0]).Text, StringComparison.Ordinal);
        Assert.Contains("Mended: mcuh → much, learnng → learning", reply.AllText(), StringComparison.Ordinal);
        var table = Assert.IsType<ReplyBlock.Table>(reply.Blocks[^1]);
        Assert.Equal(3, table.Rows.Count);
        Assert.Equal("salary", table.Rows[0][0]);
    }

    [Theory]
    [InlineData("explain should i learn aws", "Not answered", "cloud")]
    [InlineData("explain 42", "Not answered", "no word")]
    [InlineData("explain zxqv plugh frobnicate", "Not answered", "it takes")]
    public async Task So_Is_A_No(string text, string title, string reason)
    {
        var reply = await _bot.AdminAsync(text);

        Assert.Equal(title, reply.Title);
        Assert.Contains(reason, Assert.IsType<ReplyBlock.Paragraph>(reply.Blocks[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Explanation_Never_Contradicts_The_Answer()
    {
        foreach (var golden in RealKnowledge.Pack.GoldenQuestions)
        {
            var match = await RealKnowledge.Base.Current.MatchAsync(golden.Question);

            var why = await RealKnowledge.Base.Current.ExplainAsync(golden.Question);

            Assert.Equal((match.Decision, match.Best), (why.Decision, why.Candidates[0].Id));
            Assert.True(why.Decision is not Decision.Answer || why.Reason.StartsWith("It is clear", StringComparison.Ordinal), golden.Question);
            Assert.All(why.Candidates, candidate => Assert.Equal(candidate.Score, candidate.ByWords + candidate.ByPhrasing, 0.001));
        }
    }

    [Fact]
    public async Task Very_Long_Questions_Are_Cut_Short() => Assert.InRange(
        (await _bot.AdminAsync("explain " + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"wrd{number} ")))).AllText().Length, 1, 2_000);

    public void Dispose() => _bot.Dispose();
}
