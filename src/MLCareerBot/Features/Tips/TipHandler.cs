using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Tips;

/// <summary>Gives one thing to do today, and never the same one twice in a row.</summary>
internal sealed class TipHandler(Random random) : ICommandHandler
{
    private const int MostConversations = 10_000;

    private readonly Lock _lock = new();
    private readonly Recent<ChatAddress, string> _last = new(MostConversations);

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var pack = call.Pack;
        var tip = Pick([.. pack.TipsOn(call["topic"])], call.Request.Address);
        var reply = tip is null ? NoTip : TipReply.For(pack, tip, call["topic"]);
        return Task.FromResult(reply with { Outcome = pack.AnsweredBy(call.Command.Name) });
    }

    // A seeded generator is not safe from several threads.
    private Tip? Pick(List<Tip> tips, ChatAddress address)
    {
        lock (_lock)
        {
            if (tips.Count > 1 && _last.TryGet(address, out var last))
            {
                tips.RemoveAll(tip => tip.Id == last);
            }

            if (tips.Count == 0)
            {
                return null;
            }

            var tip = tips[random.Next(tips.Count)];
            _last.Set(address, tip.Id);
            return tip;
        }
    }

    private static ChatReply NoTip { get; } = new("No tip on that", new ReplyBlock.Paragraph("I have no tip on that yet.")) { FollowUps = [new("Any tip", "tip")] };
}
