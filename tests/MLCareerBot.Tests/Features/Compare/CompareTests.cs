using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Compare;

public sealed class CompareTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("compare")]
    [InlineData("compare data-scientist")]
    [InlineData("compare data scientist")]
    [InlineData("compare role:Data-Scientist")]
    public async Task The_Only_Neighbour_Needs_No_Name(string text)
    {
        var comparison = RealKnowledge.Pack.Comparisons.Single();

        var reply = await _bot.SayAsync(text);

        var table = reply.Blocks.OfType<ReplyBlock.Table>().Single();
        Assert.Equal(comparison.Rows.Select(row => new[] { row.Aspect, row.Ours, row.Theirs, row.Source }), table.Rows);
        Assert.Equal(comparison.Topic, reply.Outcome?.Topic);
        Assert.NotEmpty(reply.Sources);
    }

    public void Dispose() => _bot.Dispose();
}
