using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;
using MLCareerBot.Slack.Views;
using MLCareerBot.Tests.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Views;

public sealed class HomeViewTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public void It_Shows_Every_Verb_With_An_Example_And_Every_Source()
    {
        var view = HomeView.For(_bot.Table.Commands, RealKnowledge.Pack, "/ml");

        BlockLimits.AssertWithin(view);
        Assert.Equal("home", view.Type);
        var shown = new SlackMessage("", view.Blocks).Shown();
        Assert.All(_bot.Table.Commands, command => Assert.Contains($"/ml {command.Example ?? command.Name}: {command.Summary}", shown, StringComparison.Ordinal));
        Assert.All(RealKnowledge.Pack.Sources, source => Assert.Contains(source.Title, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task None_Of_Its_Buttons_Is_Dead()
    {
        var buttons = Assert.Single(new SlackMessage("", HomeView.For(_bot.Table.Commands, RealKnowledge.Pack, "/career").Blocks).Buttons());
        var actions = buttons.Select(button => SlackAction.Read(button.ActionId, button.Value)).ToList();

        Assert.IsType<SlackAction.Ask>(actions[0]);
        foreach (var action in actions.Skip(1))
        {
            var reply = await _bot.CommandAsync(Assert.IsType<SlackAction.Say>(action).Line);
            Assert.False(reply.IsPrivate, reply.Title); // Mistakes are.
        }
    }
}
