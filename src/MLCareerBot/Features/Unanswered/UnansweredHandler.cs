using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Unanswered;

/// <summary>Shows admins what people of their own place asked in vain, and settles it.</summary>
internal sealed class UnansweredHandler(IUnanswered unanswered, TopicStubs stubs) : ICommandHandler
{
    public const string Resolve = "unanswered resolve";
    public const string Ignore = "unanswered ignore";
    public const string Export = "unanswered export";

    private const int MostListed = 10;
    private const int MostExported = 50;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var tenant = Operator.TenantOf(call.Request.Address);
        return (call.Command.Name switch
        {
            Resolve or Ignore => await SettleAsync(call, tenant, cancellationToken),
            Export => Exported(call, await unanswered.ListAsync(tenant, MostExported, cancellationToken)),
            _ => Listed(await unanswered.ListAsync(tenant, MostListed, cancellationToken)),
        }) with
        {
            Outcome = Outcomes.Answered(id: null),
        };
    }

    private static ChatReply Listed(IReadOnlyList<VainQuestions> questions) => questions.Count == 0
        ? new("Nothing without an answer", new ReplyBlock.Paragraph("Nobody has asked in vain in the last 30 days."))
        : new("Asked in vain",
        [
            new ReplyBlock.BulletList([.. questions.Select(one => $"{one.Id}: {one.Count} × \"{(one.Texts is [var latest, ..] ? latest : "…")}\"")]),
            new ReplyBlock.Note("`career-admin unanswered resolve` or `ignore` and the id settles one; `export` writes topics to fill in. No names are kept."),
        ]);

    private async Task<ChatReply> SettleAsync(CommandCall call, Tenant? tenant, CancellationToken cancellationToken)
    {
        var isIgnored = call.Command.Name == Ignore;
        return await unanswered.SettleAsync(tenant, call["id"] ?? "", isIgnored, cancellationToken)
            ? new(isIgnored ? "Ignored from now on" : "Resolved", new ReplyBlock.Paragraph(isIgnored ? "Questions of that form are not listed again." : "Asked in vain again, it is listed again."))
            : new("No such question", new ReplyBlock.Paragraph("`career-admin unanswered list` shows the ids."));
    }

    private ChatReply Exported(CommandCall call, IReadOnlyList<VainQuestions> questions)
    {
        if (questions.Count == 0)
        {
            return Listed(questions);
        }

        var file = stubs.Write(questions, call.Pack);
        return new("Exported", new ReplyBlock.Paragraph(
            $"{questions.Count} topics to fill in are in {(Operator.IsAt(call.Request.Address) ? file : Path.GetFileName(file))}{(Operator.IsAt(call.Request.Address) ? "" : ", on the machine that I run on")}. Drafts are answered by nobody before they lie in the pack's topics."));
    }
}
