using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Help;

public sealed class HelpTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("help")]
    [InlineData("HELP!")]
    [InlineData("")]
    [InlineData("/career")]
    public async Task Help_Is_One_Private_Screen_With_Every_Verb(string text)
    {
        var reply = await _bot.SayAsync(text);

        Assert.True(reply.IsPrivate);
        Assert.InRange(reply.Blocks.OfType<ReplyBlock.BulletList>().Single().Items.Count, 10, 18);
        Assert.All(_bot.Table.Commands, command => Assert.All(command.Name.Split(' '), word => Assert.Contains(word, reply.AllText(), StringComparison.Ordinal)));
        Assert.Contains("`tips on|off|pause|status`: Sends you a tip a day by direct message.", reply.AllText(), StringComparison.Ordinal);
        Assert.Equal("about-this-bot", reply.Outcome?.Topic);
    }

    [Fact]
    public async Task Help_On_A_First_Word_Explains_All_Verbs_That_Begin_With_It()
    {
        var reply = await _bot.SayAsync("help tips");

        Assert.Equal(4, reply.Blocks.OfType<ReplyBlock.BulletList>().Single().Items.Count);
        Assert.Contains("`tips pause <until>`", reply.AllText(), StringComparison.Ordinal);
        Assert.Contains("tips run-now", (await _bot.AdminAsync("help tips")).AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("tips run-now", reply.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_On_A_Verb_Names_Its_Options_And_An_Example()
    {
        foreach (var command in _bot.Table.Commands)
        {
            var reply = await _bot.SayAsync($"help {command.Name}");

            Assert.Equal(command.Name, reply.Title);
            Assert.True(reply.IsPrivate);
            Assert.All(command.Options, option => Assert.Contains(option.Name, reply.AllText(), StringComparison.Ordinal));
            Assert.Contains(command.Example ?? command.Summary, reply.AllText(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _bot.Dispose();
}
