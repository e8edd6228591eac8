using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Views;

/// <summary>The bot's own page: how the reader's tips and progress stand, what it can do, and what its answers go back to.</summary>
internal static class HomeView
{
    private const int MostBlocks = 100;
    private const int MostVerbs = 7;

    // Each row has numbers of its own, for no two buttons of a view may have the same.
    private const int OfTips = 20;
    private const int OfProgress = 30;

    /// <param name="commands">The verbs for everybody.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="root">The slash command: <c>/career</c>.</param>
    /// <param name="tips">How the reader's daily tips stand, with what can be done about it.</param>
    /// <param name="progress">How far the reader is.</param>
    public static SlackView For(IReadOnlyList<Command> commands, KnowledgePack pack, string root, ChatReply tips, ChatReply progress)
    {
        var welcome = new ChatReply($"{pack.Name}: what I can do", new ReplyBlock.Paragraph("Write to me here or mention me in a channel, in your own words. Every answer names its source."));
        var menu = new ChatReply("Commands", new ReplyBlock.BulletList([.. commands.Select(command => $"`{root} {command.Example ?? command.Name}`: {command.Summary}")]))
        {
            Sources = pack.Sources,
        };
        SlackBlock[] blocks =
        [
            .. BlocksOf(welcome),
            Buttons(commands),
            .. BlocksOf(tips),
            .. ReplyButtons.NextSteps(tips, OfTips),
            .. BlocksOf(progress),
            .. ReplyButtons.NextSteps(progress, OfProgress),
            .. BlocksOf(menu),
        ];
        return new("home", [.. blocks.Take(MostBlocks)]);
    }

    private static IEnumerable<SlackBlock> BlocksOf(ChatReply reply) => ReplyPieces.Of(reply).SelectMany(piece => piece.Blocks);

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
