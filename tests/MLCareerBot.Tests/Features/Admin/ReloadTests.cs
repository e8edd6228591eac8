using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge;
using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Admin;

public sealed class ReloadTests : IDisposable
{
    private readonly TinyPack _pack = new();
    private readonly TestBot _bot;

    public ReloadTests() => _bot = new(
        services => services.AddSingleton(new KnowledgeFolder(_pack.Folder)), new KnowledgeBase(_pack.Read().Pack!));

    [Fact]
    public async Task What_Was_Written_Is_Known_From_Then_On()
    {
        _pack.Replace("topics/bread.md", "Mostly bread.", "Only cake.").Replace("skills.yaml", "name: Kneading", "name: Folding");
        Assert.Contains("Mostly bread.", (await _bot.SayAsync("faq bread")).AllText(), StringComparison.Ordinal);

        var reply = await _bot.AdminAsync("reload");

        Assert.Equal("Reloaded", reply.Title);
        Assert.Contains("Only cake.", (await _bot.SayAsync("faq bread")).AllText(), StringComparison.Ordinal);
        Assert.Equal("Folding", (await _bot.CommandAsync("skills foldin")).Title);
        Assert.Contains("Folding", _bot.Table.Commands.Single(command => command.Name == "skills").Options[0].Choices);
    }

    [Fact]
    public async Task A_Pack_With_Faults_Changes_Nothing()
    {
        foreach (var file in Directory.GetFiles(_pack.Folder, "*", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "nonsense");
        }

        var faults = _pack.Faults();
        var reply = await _bot.AdminAsync("reload");

        Assert.Equal("The old pack stays", reply.Title);
        Assert.True(faults.Count > 10);
        Assert.Contains($"{faults.Count} faults", reply.AllText(), StringComparison.Ordinal);
        Assert.Equal(faults.Take(10).Select(fault => fault.ToString()), reply.Blocks.OfType<ReplyBlock.BulletList>().Single().Items);
        Assert.Contains("Mostly bread.", (await _bot.SayAsync("faq bread")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Reply_Comes_From_One_Pack_As_A_Whole()
    {
        using var stop = new CancellationTokenSource();
        var asking = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskUntilAsync(stop.Token))));

        foreach (var (from, to) in new[] { ("craft", "trade"), ("trade", "craft"), ("craft", "trade") })
        {
            _pack.Replace("pack.yaml", $"The {from}", $"The {to}").Replace("topics/oven.md", from == "craft" ? "the oven" : "a trade oven", to == "craft" ? "the oven" : "a trade oven");
            Assert.Equal("Reloaded", (await _bot.AdminAsync("reload")).Title);
        }

        await stop.CancelAsync();
        await asking;
    }

    [Fact]
    public async Task A_Conversation_Goes_On()
    {
        using var bot = new TestBot(knowledge: new KnowledgeBase(RealKnowledge.Pack));
        await bot.SayAsync("faq salary");

        await bot.AdminAsync("reload");

        Assert.Equal("salary", (await bot.SayAsync("per hour?")).Outcome?.Topic);
    }

    [Fact]
    public async Task Of_Two_At_Once_One_Is_Told_To_Wait()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _bot.AdminAsync("reload"))));

        Assert.Contains("Reloaded", replies.Select(reply => reply.Title));
        Assert.All(replies, reply => Assert.True(reply.Title is "Reloaded" or "One at a time"));
        Assert.Equal("Reloaded", (await _bot.AdminAsync("reload")).Title);
    }

    public void Dispose()
    {
        _bot.Dispose();
        _pack.Dispose();
    }

    private async Task AskUntilAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var text = (await _bot.SayAsync("faq")).AllText();
            Assert.Equal(text.Contains("The trade", StringComparison.Ordinal), text.Contains("a trade oven", StringComparison.Ordinal));
            Assert.NotNull((await _bot.SayAsync("faq craft")).Title);
        }
    }
}
