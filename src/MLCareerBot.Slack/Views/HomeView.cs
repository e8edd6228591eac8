using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Views;

/// <summary>The bot's own page: what it can do, and what its answers go back to. Everybody sees the same.</summary>
internal static class HomeView
{
    private const int MostBlocks = 100;
    private const int MostVerbs = 7;

    /// <param name="commands">The verbs for everybody.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="root">The slash command: <c>/career</c>.</param>
    public static SlackView For(IReadOnlyList<Command> commands, KnowledgePack pack, string root)
    {
        var text = new ChatReply($"{pack.Name}: what I can do",
        [
            new ReplyBlock.Paragraph("Write to me here or mention me in a channel, in your own words. Every answer names its source."),
            new ReplyBlock.Heading("Commands"),
            new ReplyBlock.BulletList([.. commands.Select(command => $"`{root} {command.Example ?? command.Name}`: {command.Summary}")]),
            new ReplyBlock.Heading("My tips"),
            new ReplyBlock.Paragraph($"I cannot send you daily tips yet; that comes later. `{root} tip` gives you one now."),
            new ReplyBlock.Heading("My progress"),
            new ReplyBlock.Paragraph($"I cannot keep track of your progress yet; that comes later too. `{root} roadmap` shows the way."),
        ])
        {
            Sources = pack.Sources,
        };
        var blocks = ReplyPieces.Of(text).SelectMany(piece => piece.Blocks).ToList();
        return new("home", [blocks[0], Buttons(commands), .. blocks.Skip(1).Take(MostBlocks - 2)]);
    }

    private static ActionsBlock Buttons(IReadOnlyList<Command> commands)
    {
        var verbs = commands.Where(command => command.Options.All(option => !option.IsRequired)).Take(MostVerbs).Select(command => command.Name);
        ButtonElement?[] buttons =
        [
            new SlackAction.Ask().Button("Ask a question", 1),
            .. verbs.Select((verb, index) => new SlackAction.Say(verb).Button($"{char.ToUpperInvariant(verb[0])}{verb[1..]}", index + 2)),
        ];
        return new([.. buttons.OfType<ButtonElement>()]);
    }
}
