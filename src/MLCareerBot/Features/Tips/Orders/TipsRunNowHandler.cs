using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Sends a channel's next tip at once, besides the schedule, which stays as it is: the same tip comes again when it is due.</summary>
internal sealed class TipsRunNowHandler(Schedules schedules, NextTipOf next, OrderBook book, Platforms platforms) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (found, problem) = await schedules.FindAsync(call, cancellationToken);
        if (found is null)
        {
            return problem!; // One of the two is there.
        }

        if (await next.FindAsync(call.Pack, found, cancellationToken) is not { } picked || platforms.Find(found.To.Platform) is not { } platform)
        {
            return OrderReplies.Refused(call, "Nothing was sent", "The pack has no tips on that topic.");
        }

        // A second click within the same second is the same wish.
        var key = $"now-{found.Id}-{book.Now.ToUnixTimeSeconds()}";
        var result = await platform.SendAsync(new(found.To, TipReply.For(call.Pack, picked.Tip, found.Topic), key), cancellationToken);
        return result.Outcome is SendOutcome.Sent
            ? OrderReplies.Refused(call, "Sent", "The schedule stays as it is: the next tip comes when it is due.")
            : OrderReplies.Refused(call, "Not sent", Why(result.Outcome));
    }

    private static string Why(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NoAccess => "I may not write in that channel. Let me in, and try again.",
        SendOutcome.Gone => "That channel is gone.",
        SendOutcome.Unknown => "It may be there or not; look before you try again.",
        _ => "The platform does not take it at the moment. Try again in a minute.",
    };
}
