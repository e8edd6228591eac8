using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>Keeps a token from being used again, ever, once Slack has rejected it. Says so once. Safe from any thread.</summary>
internal sealed partial class TokenLatch(SlackOptions options, ILogger logger)
{
    private const string Portal = "https://api.slack.com/apps";

    private readonly Lock _lock = new();
    private readonly Dictionary<TokenUse, string> _rejected = [];

    /// <summary>The token for a method; null where it takes none.</summary>
    /// <exception cref="SlackTokenRejectedException">It was rejected before.</exception>
    public string? TokenFor(SlackMethod method)
    {
        lock (_lock)
        {
            return _rejected.TryGetValue(method.Token, out var reason) ? throw new SlackTokenRejectedException(reason) : method.Token switch
            {
                TokenUse.Bot => options.Bot,
                TokenUse.App => options.App,
                _ => null,
            };
        }
    }

    /// <exception cref="SlackTokenRejectedException">This answer rejects the token.</exception>
    public void ThrowIfRejectedBy(WebAnswer answer, SlackMethod method)
    {
        if (answer.Reply is not { Ok: false, Error: { } error } || !IsRejection(error, method.Token))
        {
            return;
        }

        var reason = ReasonOf(error, method.Token);
        lock (_lock)
        {
            if (_rejected.TryAdd(method.Token, reason))
            {
                LogRejected(reason);
            }
        }

        throw new SlackTokenRejectedException(reason);
    }

    // The app token is for one thing only: if it is not allowed that, it is of no use at all.
    private static bool IsRejection(string error, TokenUse token) => error switch
    {
        "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" => token != TokenUse.None,
        "not_allowed_token_type" or "missing_scope" => token == TokenUse.App,
        _ => false,
    };

    private static string ReasonOf(string error, TokenUse token) => token == TokenUse.App
        ? $"Slack rejects the app token ({error}): create one with connections:write under Basic Information of your app at {Portal}, "
            + "set Slack:AppToken to it and start again."
        : $"Slack rejects the bot token ({error}): install the app to the workspace again under OAuth & Permissions at {Portal}, "
            + "set Slack:BotToken to the token shown there and start again.";

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogRejected(string reason);
}
