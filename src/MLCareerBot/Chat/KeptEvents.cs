using Microsoft.Extensions.Logging;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Chat;

/// <summary>
/// Messages that were kept before they were acknowledged, until they are answered: each is answered once, and after a crash
/// by whoever finds it.
/// </summary>
public sealed partial class KeptEvents(IInbox inbox, IStore store, TimeProvider clock, ILogger<KeptEvents> logger)
{
    private const int Batch = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Whoever asked longer ago has gone on to something else.</summary>
    private static readonly Duration StillWelcome = Duration.FromHours(1);

    /// <summary>Answers one.</summary>
    /// <param name="item">The event.</param>
    /// <param name="answer">Answers it; asks right before the first thing it sends whether it may, and sends nothing where not.</param>
    /// <param name="cancellationToken">Ends it; what was not sent is answered later.</param>
    public async Task AnswerAsync(InboxEvent item, Func<Func<Task<bool>>, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await answer(() => inbox.BeginAnswerAsync(item, cancellationToken), cancellationToken);
        await inbox.FinishAsync(item, CancellationToken.None);
    }

    /// <summary>Looks at the start and every minute for events whose instance is gone. Never throws but for cancellation.</summary>
    /// <param name="platform">Whose events.</param>
    /// <param name="answer">Starts the answering of one.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task WatchAsync(string platform, Action<InboxEvent> answer, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await TakeOverAsync(platform, answer, stopping);
            }
            catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException)
            {
                LogPutOff(platform, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task TakeOverAsync(string platform, Action<InboxEvent> answer, CancellationToken stopping)
    {
        if (!store.Exists)
        {
            return;
        }

        foreach (var item in await inbox.TakeOverAsync(platform, Batch, stopping))
        {
            if (item.MayBeAnswered || clock.GetUtcNow().ToInstant() - item.ReceivedAt > StillWelcome)
            {
                // A second answer is worse than none.
                LogLeft(platform, item.MayBeAnswered ? "it may have been answered" : "it is too old");
                await inbox.FinishAsync(item, stopping);
            }
            else
            {
                answer(item);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Events of {Platform} that were left behind are looked at later: {Reason}")]
    private partial void LogPutOff(string platform, string reason);

    [LoggerMessage(2, LogLevel.Warning, "An event of {Platform} that was left behind is not answered: {Reason}.")]
    private partial void LogLeft(string platform, string reason);
}
