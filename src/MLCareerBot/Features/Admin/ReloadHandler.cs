using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Admin;

/// <summary>Reads the pack again and changes over to it; a pack with faults changes nothing.</summary>
internal sealed class ReloadHandler(KnowledgeBase knowledge, KnowledgeFolder folder) : ICommandHandler
{
    private const int MostFaults = 10;

    private int _isBusy;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        // Of two at once, the one that read the older files could win.
        if (Interlocked.Exchange(ref _isBusy, 1) == 1)
        {
            return Busy;
        }

        try
        {
            return await ReloadAsync(cancellationToken) with { Outcome = Outcomes.Answered(id: null) };
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private async Task<ChatReply> ReloadAsync(CancellationToken cancellationToken)
    {
        var reading = folder.Read();
        if (reading.Pack is not { } pack)
        {
            return Refused(reading.Faults);
        }

        await knowledge.ReplaceAsync(pack, cancellationToken);
        return new("Reloaded", new ReplyBlock.Paragraph(PackCounts.Of(pack)), AtNextStart);
    }

    private static ChatReply Refused(IReadOnlyList<PackFault> faults) => new("The old pack stays",
    [
        new ReplyBlock.Paragraph($"The new one has {(faults.Count == 1 ? "a fault" : $"{faults.Count} faults")}; mend it and reload again."),
        new ReplyBlock.BulletList([.. faults.Take(MostFaults).Select(fault => fault.ToString())]),
    ]);

    private static ChatReply Busy { get; } = new("One at a time", new ReplyBlock.Paragraph("Another reload is under way."));

    private static ReplyBlock.Note AtNextStart { get; } = new("Values that a platform lists beside its commands may follow at the next start.");
}
