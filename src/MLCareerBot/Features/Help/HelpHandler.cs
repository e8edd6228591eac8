using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Features.Help;

/// <summary>Lists the verbs, or explains one. Those of admins are listed to admins only.</summary>
internal sealed class HelpHandler(CommandTable table) : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var verbs = call.Command.IsAdmin ? table.AdminCommands : table.Commands;
        var explained = verbs.FirstOrDefault(command => command.Name == call["verb"]);
        var reply = explained is not null ? Explain(explained) : ListAll(call, verbs);
        return Task.FromResult(reply with { IsPrivate = true, Outcome = call.Pack.AnsweredAboutThisBot() });
    }

    private ChatReply ListAll(CommandCall call, IReadOnlyList<Command> verbs) => new("What I can do",
    [
        new ReplyBlock.Paragraph($"{call.Pack.Name}: ask in your own words, or use a command."),
        ListOf(verbs),
        .. call.Request.From.IsAdmin && !call.Command.IsAdmin ? [new ReplyBlock.Heading("For admins"), ListOf(table.AdminCommands)] : Array.Empty<ReplyBlock>(),
    ]);

    private static ReplyBlock.BulletList ListOf(IReadOnlyList<Command> commands) =>
        new([.. commands.Select(command => $"{CommandReplies.Quote(Synopsis(command))}: {command.Summary}")]);

    private static ChatReply Explain(Command command) => new(command.Name,
    [
        new ReplyBlock.Paragraph(command.Summary),
        .. command.Options.Count == 0 ? [] : new ReplyBlock[] { new ReplyBlock.BulletList([.. command.Options.Select(CommandReplies.Describe)]) },
        .. command.Example is { } example ? [new ReplyBlock.Note($"For example {CommandReplies.Quote(example)}.")] : Array.Empty<ReplyBlock>(),
    ]);

    private static string Synopsis(Command command) =>
        string.Join(' ', command.Options.Select(option => option.IsRequired ? $"<{option.Name}>" : $"[{option.Name}]").Prepend(command.FullName));
}
