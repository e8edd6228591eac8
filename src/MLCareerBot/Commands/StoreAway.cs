using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Features;
using MLCareerBot.Memory;

namespace MLCareerBot.Commands;

/// <summary>What is said when nothing can be remembered. Answers need no memory, and go on.</summary>
internal sealed partial class StoreAway(ILogger<StoreAway> logger)
{
    /// <summary>Discord waits three seconds for an answer; one that comes later is as good as none.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private int _isKnown;

    public static bool IsMeant(Exception exception) => exception is StoreUnavailableException or StoreUnusableException;

    /// <summary>The reply; the operator hears the reason, in the log once until the store is back.</summary>
    public ChatReply Say(Exception exception, ChatAddress asker)
    {
        var reason = exception is TimeoutException ? "The store does not answer in time." : exception.Message;
        if (Interlocked.Exchange(ref _isKnown, 1) == 0)
        {
            LogAway(reason);
        }

        return new("I cannot remember anything just now",
        [
            new ReplyBlock.Paragraph(exception is StoreUnusableException
                ? "That takes my memory, which cannot be used until whoever runs me has mended it. Questions are answered all the same."
                : "That takes my memory, which is away. Questions are answered all the same; try this again in a few minutes."),
            .. Operator.IsAt(asker) ? [new ReplyBlock.Note(reason)] : Array.Empty<ReplyBlock>(),
        ])
        {
            IsPrivate = true,
        };
    }

    /// <summary>The store works.</summary>
    public void IsBack() => Volatile.Write(ref _isKnown, 0);

    [LoggerMessage(1, LogLevel.Error, "Commands that need the store are refused: {Reason}")]
    private partial void LogAway(string reason);
}
