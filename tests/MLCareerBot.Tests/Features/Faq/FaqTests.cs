using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Faq;

public sealed class FaqTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task Lists_Every_Question_Under_Its_Group()
    {
        var reply = await _bot.SayAsync("faq");

        Assert.Equal(RealKnowledge.Pack.Groups.Select(group => group.Title), reply.Blocks.OfType<ReplyBlock.Heading>().Select(heading => heading.Text));
        Assert.Equal(RealKnowledge.Pack.Topics.Count, reply.Blocks.OfType<ReplyBlock.BulletList>().Sum(list => list.Items.Count));
    }

    [Theory]
    [InlineData("faq career-fit", "career-fit")]
    [InlineData("faq group:salary", "salary")]
    [InlineData("faq pay and benefits", "salary")]
    public async Task Lists_A_Group(string text, string group)
    {
        var reply = await _bot.SayAsync(text);

        Assert.Equal(RealKnowledge.Pack.Groups.First(known => known.Id == group).Title, reply.Title);
        Assert.Equal(
            RealKnowledge.Pack.Topics.Count(topic => topic.Group == group),
            reply.Blocks.OfType<ReplyBlock.BulletList>().Single().Items.Count);
    }

    [Fact]
    public async Task Shows_Every_Topic_By_Its_Id()
    {
        foreach (var topic in RealKnowledge.Pack.Topics)
        {
            var reply = await _bot.SayAsync($"faq {topic.Id}");

            Assert.Equal(topic.Question, reply.Title);
            Assert.Equal(topic.Id, reply.Outcome?.Topic);
            Assert.NotEmpty(reply.Sources);
        }
    }

    [Theory]
    [InlineData("faq how much do they earn")]
    [InlineData("/faq how much do they earn")]
    [InlineData("/career faq topic:how much do they earn")]
    public async Task Finds_A_Topic_By_Words(string text) =>
        Assert.Equal("salary", (await _bot.SayAsync(text)).Outcome?.Topic);

    public void Dispose() => _bot.Dispose();
}
