using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Ends a channel's tips.</summary>
internal sealed class TipsRemoveHandler(Schedules schedules, ISubscriptions subscriptions) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (found, problem) = await schedules.FindAsync(call, cancellationToken);
        if (found is null)
        {
            return problem!; // One of the two is there.
        }

        await subscriptions.DeleteAsync(found.Id, cancellationToken);
        return OrderReplies.Refused(call, "Removed", $"No more tips come to channel {found.To.Conversation} by that schedule.");
    }
}
