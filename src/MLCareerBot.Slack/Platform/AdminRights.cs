using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Platform;

/// <summary>Who may administer the bot: the people who are set, else the owners and admins of its own workspace. Whatever is unclear is a no.</summary>
internal sealed partial class AdminRights(SlackApi api, SlackSession session, IOptions<SlackOptions> options, ILogger<AdminRights> logger)
{
    public async Task<bool> HasAsync(Caller caller, CancellationToken cancellationToken)
    {
        // Channels can be shared with other workspaces, whose admins are none here.
        if (session.TeamId.Length == 0 || caller.Team != session.TeamId)
        {
            return false;
        }

        return options.Value.Admins is { Count: > 0 } admins
            ? admins.Contains(caller.User, StringComparer.Ordinal)
            : await IsAdminOfWorkspaceAsync(caller.User, cancellationToken);
    }

    private async Task<bool> IsAdminOfWorkspaceAsync(string user, CancellationToken cancellationToken)
    {
        if (session.Lacks(Methods.UserInfo))
        {
            return false;
        }

        try
        {
            var known = await api.GetUserAsync(user, cancellationToken);
            return known.Id == user && known.TeamId == session.TeamId && (known.IsAdmin || known.IsOwner);
        }
        catch (SlackApiException exception)
        {
            session.Learn(exception);
            LogUnknown(exception.Message);
            return false;
        }
        catch (SlackUnavailableException exception)
        {
            LogUnknown(exception.Message);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Somebody was refused as no admin, because Slack did not tell whether they are one: {Reason}")]
    private partial void LogUnknown(string reason);
}
