using System.Net;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Keeps a bot token from being used again, ever, once Discord has rejected it. Says so once. Safe from any thread.</summary>
internal sealed partial class TokenLatch(ILogger logger)
{
    private int _isRejected;

    /// <exception cref="DiscordTokenRejectedException">The route needs the token, which was rejected before.</exception>
    public void ThrowIfRejected(Route route)
    {
        if (route.NeedsBotToken && Volatile.Read(ref _isRejected) == 1)
        {
            throw new DiscordTokenRejectedException();
        }
    }

    /// <exception cref="DiscordTokenRejectedException">This answer rejects the token.</exception>
    public void ThrowIfRejectedBy(RestAnswer answer, Route route)
    {
        if (!route.NeedsBotToken
            || (answer.Status is not HttpStatusCode.Unauthorized && answer.Refusal is not { Code: DiscordErrorCode.InvalidToken }))
        {
            return;
        }

        var rejected = new DiscordTokenRejectedException();
        if (Interlocked.Exchange(ref _isRejected, 1) == 0)
        {
            LogRejected(rejected.Message);
        }

        throw rejected;
    }

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogRejected(string reason);
}
