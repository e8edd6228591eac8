namespace MLCareerBot.Tests.Features.Sources;

public sealed class SourcesTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task Each_Source_Says_What_It_Covers_And_What_It_Leaves_Out()
    {
        var reply = await _bot.SayAsync("sources");

        Assert.Equal(RealKnowledge.Pack.Sources, reply.Sources);
        Assert.Equal("about-this-bot", reply.Outcome?.Topic);
        Assert.All(RealKnowledge.Pack.Sources, source =>
        {
            Assert.Contains(source.Title, reply.AllText(), StringComparison.Ordinal);
            Assert.Contains(source.Covers, reply.AllText(), StringComparison.Ordinal);
            Assert.Contains(source.Lacks, reply.AllText(), StringComparison.Ordinal);
        });
    }

    public void Dispose() => _bot.Dispose();
}
