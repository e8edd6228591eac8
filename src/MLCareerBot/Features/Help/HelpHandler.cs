using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;

namespace MLCareerBot.Features.Help;

/// <summary>Lists the verbs, or explains one.</summary>
internal sealed class HelpHandler(CommandTable table, KnowledgeBase knowledge) : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reply = call["verb"] is { } verb && table.Find(verb) is { } command ? Explain(command) : ListAll();
        return Task.FromResult(reply with { IsPrivate = true, Outcome = knowledge.Pack.AnsweredAboutThisBot() });
    }

    private ChatReply ListAll() => new("What I can do",
    [
        new ReplyBlock.Paragraph($"{knowledge.Pack.Name}: ask in your own words, or use a command."),
        new ReplyBlock.BulletList([.. table.Commands.Select(command => $"{CommandReplies.Quote(Synopsis(command))}: {command.Summary}")]),
    ]);

    private static ChatReply Explain(Command command) => new(command.Name,
    [
        new ReplyBlock.Paragraph(command.Summary),
        .. command.Options.Count == 0 ? [] : new ReplyBlock[] { new ReplyBlock.BulletList([.. command.Options.Select(CommandReplies.Describe)]) },
        .. command.Example is { } example ? [new ReplyBlock.Note($"For example {CommandReplies.Quote(example)}.")] : Array.Empty<ReplyBlock>(),
    ]);

    private static string Synopsis(Command command) =>
        string.Join(' ', command.Options.Select(option => option.IsRequired ? $"<{option.Name}>" : $"[{option.Name}]").Prepend(command.Name));
}
