using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Sources;

/// <summary>Names the texts behind every answer, with what they leave out.</summary>
internal sealed class SourcesHandler : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(new ChatReply("Where my answers come from", [.. call.Pack.Sources.SelectMany(Describe)])
        {
            Sources = call.Pack.Sources,
            Outcome = call.Pack.AnsweredAboutThisBot(),
            Permalink = call.Line,
        });

    private static IEnumerable<ReplyBlock> Describe(Source source) =>
    [
        new ReplyBlock.Heading($"{source.Id}: {source.Title}"),
        new ReplyBlock.BulletList([$"Date: {source.Date}", $"Covers: {source.Covers}", $"Leaves out: {source.Lacks}"]),
    ];
}
