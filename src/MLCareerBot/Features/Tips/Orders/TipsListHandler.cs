using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Lists the schedules of a server's or workspace's channels.</summary>
internal sealed class TipsListHandler(Schedules schedules, OrderReplies replies, TipSchedule schedule) : ICommandHandler
{
    private const int MostListed = 15;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var all = await schedules.OfAsync(call, cancellationToken);
        return all.Count == 0
            ? OrderReplies.Refused(call, "No schedules yet", "`career-admin tips set` in a channel sends it a tip a day.")
            : new ChatReply(all.Count == 1 ? "One schedule" : $"{all.Count} schedules",
            [
                .. all.Take(MostListed).SelectMany(one => new ReplyBlock[]
                {
                    new ReplyBlock.Heading($"{OrderReplies.ShortId(one)}: channel {one.To.Conversation}"),
                    schedule.NextMoment(one),
                    new ReplyBlock.BulletList([.. replies.Describe(call.Pack, one)]),
                }),
                .. all.Count > MostListed ? [new ReplyBlock.Note($"And {all.Count - MostListed} more.")] : Array.Empty<ReplyBlock>(),
            ])
            {
                IsPrivate = true,
                Outcome = Outcomes.Answered(id: null),
            };
    }
}
