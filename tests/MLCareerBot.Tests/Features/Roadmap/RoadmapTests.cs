using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Roadmap;

public sealed class RoadmapTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task The_Whole_Shows_Both_Paths_Where_They_Agree_And_How_Long_They_Take()
    {
        var roadmap = RealKnowledge.Pack.Roadmap;

        var reply = await _bot.SayAsync("roadmap");

        Assert.Equal(
            roadmap.Paths.Select(path => path.Steps.Select(step => step.Title)),
            reply.Blocks.OfType<ReplyBlock.NumberedList>().Select(list => list.Items));
        Assert.Contains(reply.Blocks.OfType<ReplyBlock.BulletList>(), list => list.Items.SequenceEqual(roadmap.Agreement, StringComparer.Ordinal));
        Assert.All(roadmap.Durations, duration => Assert.Contains(duration.Time, reply.AllText(), StringComparison.Ordinal));
        Assert.Equal(roadmap.Paths.Select(path => path.Source), reply.Sources.Select(source => source.Id));
    }

    [Theory]
    [InlineData("roadmap A2", "roadmap 2 A")]
    [InlineData("roadmap c2", "roadmap step:2 source:C")]
    public async Task A_Step_Is_Known_By_Its_Id_Too(string byId, string byNumber) =>
        Assert.Equal((await _bot.SayAsync(byNumber)).AllText(), (await _bot.SayAsync(byId)).AllText());

    [Fact]
    public async Task Sums_Of_Ours_Say_So()
    {
        var lines = (await _bot.SayAsync("roadmap")).Blocks.OfType<ReplyBlock.BulletList>().SelectMany(list => list.Items).ToList();

        foreach (var duration in RealKnowledge.Pack.Roadmap.Durations)
        {
            var line = lines.Single(line => line.StartsWith($"{duration.Phase}: ", StringComparison.Ordinal));
            Assert.Equal(duration.Derived, line.Contains("our sum", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("roadmap A", "A")]
    [InlineData("roadmap source:c", "C")]
    public async Task One_Path_Shows_How_To_Take_Its_Steps(string text, string source)
    {
        var path = PathOf(source);

        var reply = await _bot.SayAsync(text);

        Assert.Equal(path.Title, reply.Title);
        Assert.All(path.Steps, step => Assert.Contains(step.Text, reply.AllText(), StringComparison.Ordinal));
        Assert.Equal([source], reply.Sources.Select(cited => cited.Id));
    }

    [Theory]
    [InlineData("roadmap 2 A")]
    [InlineData("roadmap A 2")]
    [InlineData("roadmap step:2 source:A")]
    public async Task One_Step_Leads_On_To_The_Next(string text)
    {
        var step = PathOf("A").Steps[1];

        var reply = await _bot.SayAsync(text);

        Assert.Contains(step.Title, reply.Title, StringComparison.Ordinal);
        Assert.Contains(new ReplyBlock.Paragraph(step.Text), reply.Blocks);
        Assert.Equal(step.Topic, reply.Outcome?.Topic);
        Assert.Equal(["roadmap 3 A", $"faq {step.Topic}"], reply.FollowUps.Select(next => next.Says));
    }

    [Fact]
    public async Task A_Number_Alone_Shows_That_Step_Of_Each_Path_That_Has_It()
    {
        Assert.Equal(["A", "C"], (await _bot.SayAsync("roadmap 2")).Sources.Select(source => source.Id));
        Assert.Equal(["A"], (await _bot.SayAsync("roadmap 6")).Sources.Select(source => source.Id));
    }

    [Fact]
    public async Task A_Step_That_The_Path_Does_Not_Have_Is_Said_In_Private()
    {
        var reply = await _bot.SayAsync("roadmap 6 C");

        Assert.True(reply.IsPrivate);
        Assert.Contains("roadmap", reply.FollowUps.Select(next => next.Says));
    }

    public void Dispose() => _bot.Dispose();

    private static RoadmapPath PathOf(string source) => RealKnowledge.Pack.Roadmap.Paths.First(path => path.Source == source);
}
