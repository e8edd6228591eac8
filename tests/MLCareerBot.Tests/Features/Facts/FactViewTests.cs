using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Facts;

public sealed class FactViewTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("salary")]
    [InlineData("outlook")]
    public async Task A_Bare_Verb_Shows_Its_First_View(string verb)
    {
        var view = RealKnowledge.Pack.Views.First(view => view.Verb == verb);

        var reply = await _bot.SayAsync(verb);

        Assert.Equal(view.Title, reply.Title);
        Assert.Equal(verb, reply.Outcome?.Topic);
    }

    [Fact]
    public async Task Every_View_Shows_Its_Facts_And_Its_Topic()
    {
        foreach (var view in RealKnowledge.Pack.Views)
        {
            var reply = await _bot.SayAsync($"{view.Verb} {view.Name}");

            Assert.Equal(view.Title, reply.Title);
            Assert.Equal(view.Facts.Select(id => Find(id).Value), reply.Blocks.OfType<ReplyBlock.FactCard>().Select(card => card.Value));
            Assert.Equal(view.Topic ?? view.Verb, reply.Outcome?.Topic);
            Assert.NotEmpty(reply.Sources);
            Assert.Contains(RealKnowledge.Pack.Views, next => reply.FollowUps.Any(followUp => followUp.Says == $"{next.Verb} {next.Name}"));
        }
    }

    [Fact]
    public async Task A_Figure_Says_What_It_Is_And_What_It_Is_Not()
    {
        var fact = Find("salary-annual");

        var card = (await _bot.SayAsync("salary annual")).Blocks.OfType<ReplyBlock.FactCard>().First();

        Assert.Equal((fact.Name, fact.Value, fact.Not), (card.Name, card.Value, card.Caveat));
        Assert.Equal(
            [fact.Statistic, fact.Country, fact.Currency, fact.Period, fact.AsOf, fact.Attribution],
            card.Details.Where(detail => detail.Label != "Source").Select(detail => detail.Value));
        Assert.Contains(card.Details, detail => detail.Label == "Source" && detail.Value.Contains(RealKnowledge.Pack.Sources.First(source => source.Id == fact.Source).Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Figure_That_Is_Not_Money_Has_No_Currency()
    {
        var cards = (await _bot.SayAsync("outlook")).Blocks.OfType<ReplyBlock.FactCard>();

        Assert.All(cards, card => Assert.DoesNotContain("Currency", card.Details.Select(detail => detail.Label)));
    }

    [Fact]
    public async Task A_Snapshot_Is_Shown_Only_When_Asked_For_And_With_A_Warning()
    {
        var snapshot = RealKnowledge.Pack.Facts.Single(fact => fact.Volatile).Value;

        Assert.DoesNotContain(snapshot, (await _bot.SayAsync("outlook")).AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain(snapshot, (await _bot.SayAsync("outlook summary")).AllText(), StringComparison.Ordinal);

        var asked = await _bot.SayAsync("outlook now");
        Assert.Contains("undated snapshot", Assert.IsType<ReplyBlock.Paragraph>(asked.Blocks[0]).Text, StringComparison.Ordinal);
        Assert.Equal(snapshot, Assert.IsType<ReplyBlock.FactCard>(asked.Blocks[1]).Value);
    }

    public void Dispose() => _bot.Dispose();

    private static Fact Find(string id) => RealKnowledge.Pack.Facts.First(fact => fact.Id == id);
}
