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
        Assert.Equal(_bot.Table.Commands.Count, reply.Blocks.OfType<ReplyBlock.BulletList>().Single().Items.Count);
        Assert.All(_bot.Table.Commands, command => Assert.Contains(command.Summary, reply.AllText(), StringComparison.Ordinal));
        Assert.Equal("about-this-bot", reply.Outcome?.Topic);
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
