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
    public async Task It_Shows_Every_Verb_With_An_Example_And_Every_Source()
    {
        var view = await ViewAsync("/ml");

        BlockLimits.AssertWithin(view);
        Assert.Equal("home", view.Type);
        var shown = new SlackMessage("", view.Blocks).Shown();
        Assert.All(_bot.Table.Commands, command => Assert.Contains($"/ml {command.Example ?? command.Name}: {command.Summary}", shown, StringComparison.Ordinal));
        Assert.All(RealKnowledge.Pack.Sources, source => Assert.Contains(source.Title, shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task None_Of_Its_Buttons_Is_Dead()
    {
        var view = await ViewAsync("/career");
        var buttons = new SlackMessage("", view.Blocks).Buttons()[0];
        var actions = buttons.Select(button => SlackAction.Read(button.ActionId, button.Value)).ToList();

        Assert.IsType<SlackAction.Ask>(actions[0]);
        foreach (var action in actions.Skip(1))
        {
            var reply = await _bot.CommandAsync(Assert.IsType<SlackAction.Say>(action).Line);
            Assert.False(reply.IsPrivate, reply.Title); // Mistakes are.
        }
    }

    [Fact]
    public async Task It_Shows_The_Readers_Own_Tips_And_Progress_With_What_Can_Be_Done()
    {
        await _bot.ConverseAsync("tips on 08:30 Europe/Berlin", "progress set A1 done");

        var view = await ViewAsync("/career");

        BlockLimits.AssertWithin(view);
        var message = new SlackMessage("", view.Blocks);
        Assert.Contains("08:30 (Europe/Berlin)", message.Shown(), StringComparison.Ordinal);
        Assert.Contains("progress", message.Shown(), StringComparison.OrdinalIgnoreCase);
        var buttons = message.Buttons().SelectMany(row => row).ToList();
        Assert.Contains(buttons, button => button.Value == "tips off");
        Assert.Equal(buttons.Count, buttons.Select(button => button.ActionId).Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<SlackView> ViewAsync(string root) =>
        HomeView.For(_bot.Table.Commands, RealKnowledge.Pack, root, await _bot.CommandAsync("tips status"), await _bot.CommandAsync("progress show"));
}
