using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Shows an admin alone what a channel will get next. Changes nothing.</summary>
internal sealed class TipsPreviewHandler(Schedules schedules, NextTipOf next, TipSchedule schedule) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (found, problem) = await schedules.FindAsync(call, cancellationToken);
        if (found is null)
        {
            return problem!; // One of the two is there.
        }

        return await next.FindAsync(call.Pack, found, cancellationToken) is { } picked
            ? Show(call, found, picked)
            : OrderReplies.Refused(call, "No tips", "The pack has no tips on that topic. Choose another with `career-admin tips set`.");
    }

    private ChatReply Show(CommandCall call, Subscription found, PickedTip picked)
    {
        var tip = TipReply.For(call.Pack, picked.Tip, found.Topic);
        return tip with
        {
            Title = $"Next in channel {found.To.Conversation}",
            Blocks = [.. tip.Blocks, new ReplyBlock.Note($"Tip {picked.Number} of {picked.Of}."), schedule.NextMoment(found)],
            FollowUps = [new("Send it now", $"career-admin tips run-now {OrderReplies.ShortId(found)}")],
            Permalink = null,
            IsPrivate = true,
            Outcome = Outcomes.Answered(id: null),
        };
    }
}
