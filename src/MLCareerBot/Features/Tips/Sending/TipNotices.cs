using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Tells whoever set a channel's tips up what they need to know, once and by direct message.</summary>
internal sealed partial class TipNotices(INotices notices, ILogger<TipNotices> logger)
{
    /// <summary>A week's warning.</summary>
    private const int NearlyUsedUp = 7;

    /// <summary>After a tip was sent.</summary>
    public Task OnSentAsync(IChatPlatform platform, Subscription subscription, PickedTip picked, CancellationToken cancellationToken) => picked switch
    {
        { BeginsAnew: true } => TellAsync(
            platform, subscription, $"anew-{subscription.Id}", "Tips begin anew", // Said once: a pool of one tip begins anew every day.
            $"All {picked.Of} tips have been sent to the channel you set up. They begin anew in another order, whenever they are used up.",
            cancellationToken),
        { Number: > 0 } when picked.Of > NearlyUsedUp && picked.Of - picked.Number == NearlyUsedUp => TellAsync(
            platform, subscription, $"left-{subscription.Id}-{picked.RoundFrom:yyyyMMdd}", "Tips are nearly used up",
            $"{NearlyUsedUp} of {picked.Of} tips are left for the channel you set up; then they begin anew, in another order. More can be added to the knowledge pack.",
            cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>After a subscription was put to rest.</summary>
    public Task OnRestAsync(IChatPlatform platform, Subscription subscription, CancellationToken cancellationToken) => TellAsync(
        platform, subscription, $"rest-{subscription.Id}-{subscription.StateSince.ToUnixTimeSeconds()}", "Tips have stopped",
        subscription.State is SubscriptionState.Gone
            ? "The channel that you set tips up for is gone, so they have stopped. `career-admin tips set` sets up another."
            : "I may not write in the channel that you set tips up for, so they have stopped. Let me write there, and they go on; `career-admin tips list` shows how it stands.",
        cancellationToken);

    private async Task TellAsync(IChatPlatform platform, Subscription subscription, string key, string title, string text, CancellationToken cancellationToken)
    {
        // Somebody who is told by their own tips, or whose messages are closed, needs no second one.
        if (subscription.Owner is not { } owner || subscription.To.DirectUser is not null)
        {
            return;
        }

        try
        {
            if (await notices.TryBeginAsync(key, cancellationToken))
            {
                var to = ChatAddress.DirectTo(platform.Name, owner);
                await platform.SendAsync(new(to, new(title, new ReplyBlock.Paragraph(text)), key), cancellationToken);
            }
        }
        catch (StoreUnavailableException exception)
        {
            LogNotTold(exception.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Somebody could not be told about their tips: {Reason}")]
    private partial void LogNotTold(string reason);
}
