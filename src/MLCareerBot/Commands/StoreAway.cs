using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Memory;

namespace MLCareerBot.Commands;

/// <summary>What is said when nothing can be remembered. Answers need no memory, and go on.</summary>
internal sealed partial class StoreAway(ILogger<StoreAway> logger)
{
    /// <summary>Discord waits three seconds for an answer; one that comes later is as good as none.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private int _isKnown;

    public static bool IsMeant(Exception exception) => exception is StoreUnavailableException or StoreUnusableException;

    /// <summary>The reply; the operator hears of it once, until the store is back.</summary>
    public ChatReply Say(Exception exception)
    {
        if (Interlocked.Exchange(ref _isKnown, 1) == 0)
        {
            LogAway(exception.Message);
        }

        return Reply;
    }

    /// <summary>The store works.</summary>
    public void IsBack() => Volatile.Write(ref _isKnown, 0);

    private static ChatReply Reply { get; } =
        new("I cannot remember anything just now", new ReplyBlock.Paragraph("That takes my memory, which is away. Questions are answered all the same; try this again in a few minutes."))
        {
            IsPrivate = true,
        };

    [LoggerMessage(1, LogLevel.Error, "Commands that need the store are refused: {Reason}")]
    private partial void LogAway(string reason);
}
