using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Features.Help;

/// <summary>Lists the verbs on one screen, or explains one, or all that begin with the same word. Those of admins are listed to admins only.</summary>
internal sealed class HelpHandler(CommandTable table) : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var verbs = call.Command.IsAdmin ? table.AdminCommands : table.Commands;
        var reply = call["verb"] is not { } name ? ListAll(call, verbs)
            : verbs.FirstOrDefault(command => command.Name == name) is { } one ? Explain(one)
            : new ChatReply(name, ListOf(verbs.Where(command => FirstWord(command) == name)));
        return Task.FromResult(reply with { IsPrivate = true, Outcome = call.Pack.AnsweredAboutThisBot() });
    }

    private static ChatReply ListAll(CommandCall call, IReadOnlyList<Command> verbs) => new("What I can do",
    [
        new ReplyBlock.Paragraph($"{call.Pack.Name}: ask in your own words, or use a command."),
        new ReplyBlock.BulletList([.. verbs.GroupBy(FirstWord, StringComparer.Ordinal).Select(Line)]),
        .. call.Request.From.IsAdmin && !call.Command.IsAdmin ? [new ReplyBlock.Note($"`{CommandTable.AdminRoot} help` lists what admins can do.")] : Array.Empty<ReplyBlock>(),
    ]);

    // Verbs that begin with the same word share a line, which says what the first of them does: `tips on|off|pause|status`.
    private static string Line(IGrouping<string, Command> group) => group.ToList() is [var first, _, ..] several
        ? $"{CommandReplies.Quote($"{first.FullName}|{string.Join('|', several.Skip(1).Select(command => command.Name[(group.Key.Length + 1)..]))}")}: {first.Summary}"
        : Line(group.First());

    private static string Line(Command command) => $"{CommandReplies.Quote(Synopsis(command))}: {command.Summary}";

    private static ReplyBlock.BulletList ListOf(IEnumerable<Command> commands) => new([.. commands.Select(Line)]);

    private static string FirstWord(Command command) => command.Name.Split(' ')[0];

    private static ChatReply Explain(Command command) => new(command.Name,
    [
        new ReplyBlock.Paragraph(command.Summary),
        .. command.Options.Count == 0 ? [] : new ReplyBlock[] { new ReplyBlock.BulletList([.. command.Options.Select(CommandReplies.Describe)]) },
        .. command.Example is { } example ? [new ReplyBlock.Note($"For example {CommandReplies.Quote(example)}.")] : Array.Empty<ReplyBlock>(),
    ]);

    private static string Synopsis(Command command) =>
        string.Join(' ', command.Options.Select(option => option.IsRequired ? $"<{option.Name}>" : $"[{option.Name}]").Prepend(command.FullName));
}
