using System.Net;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Keeps a bot token from being used again, ever, once Discord has rejected it. Says so once. Safe from any thread.</summary>
internal sealed partial class TokenLatch(ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _rejection = new();
    private int _isRejected;

    /// <summary>Cancelled once Discord has rejected the token.</summary>
    public CancellationToken Rejected => _rejection.Token;

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

            // Whoever ends by it must not do so inside this request.
            _ = _rejection.CancelAsync();
        }

        throw rejected;
    }

    public void Dispose() => _rejection.Dispose();

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogRejected(string reason);
}
