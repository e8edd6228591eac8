using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Operations;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Operations;

/// <summary>Looks at everything that an operator can have forgotten on Slack's side.</summary>
/// <param name="options">The settings; what their form shows has been checked before.</param>
/// <param name="settings">All settings, for the address that HTTP mode takes.</param>
/// <param name="services">Holds what asks Slack.</param>
internal sealed class SlackDoctorCheck(IOptions<SlackOptions> options, IConfiguration settings, IServiceProvider services) : IDoctorCheck
{
    private const string Reinstall = "Take the manifest that `manifest slack` prints under App Manifest at https://api.slack.com/apps, and reinstall the app.";

    public string Name => "Slack";

    public async IAsyncEnumerable<Finding> CheckAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Value.Bot.Length == 0)
        {
            yield return new(FindingKind.Note, "Slack is not set up.", "To set it up, follow docs/running.md.");
            yield break;
        }

        yield return new(FindingKind.Good, $"Slack's command is {options.Value.RootCommand}, and {options.Value.RootCommand}{SlackCommand.AdminSuffix} for admins.");
        if (!options.Value.IsSocketMode)
        {
            yield return HttpMode();
        }

        if (isOffline)
        {
            yield return new(FindingKind.Note, "Slack is set up; its side was not asked.", "Leave out --offline to ask it.");
            yield break;
        }

        var findings = AskAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (findings)
        {
            while (await NextAsync(findings) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private Finding HttpMode() => settings.ListensOverHttp()
        ? new(FindingKind.Good, "Slack is in HTTP mode: its signing secret is set, and Http:Urls as well.")
        : new(FindingKind.Bad, "Slack is in HTTP mode, and nothing listens for it.", "Set Http:Urls, http://127.0.0.1:8080 for one, behind a proxy with https; or set Slack:AppToken to use Socket Mode.");

    private async IAsyncEnumerable<Finding> AskAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var api = services.GetRequiredService<SlackApi>();
        var identity = await api.AuthTestAsync(cancellationToken);
        yield return new(FindingKind.Good, $"Slack's bot token is valid: the bot is {identity.UserId} in the workspace {identity.Team} ({identity.TeamId}).");
        yield return Scopes(identity);
        if (options.Value.IsSocketMode)
        {
            await api.OpenConnectionAsync(cancellationToken);
            yield return new(FindingKind.Good, "Slack's app token is valid, and a socket can be opened.");
        }
    }

    private static Finding Scopes(SlackIdentity identity) => SlackScopes.Missing(identity.Scopes) switch
    {
        _ when identity.Scopes.Count == 0 => new(FindingKind.Note, "Slack did not say which scopes the token has."),
        [] => new(FindingKind.Good, "It has all scopes that it needs."),
        var missing => new(FindingKind.Bad, $"It lacks the scopes {string.Join(", ", missing)}.", Reinstall),
    };

    private static async Task<Finding?> NextAsync(IAsyncEnumerator<Finding> findings)
    {
        try
        {
            return await findings.MoveNextAsync() ? findings.Current : null;
        }
        catch (PlatformStoppedException exception)
        {
            return new(FindingKind.Bad, exception.Message);
        }
        catch (SlackApiException exception)
        {
            return new(FindingKind.Bad, exception.Message, Reinstall);
        }
        catch (SlackUnavailableException exception)
        {
            return new(FindingKind.Bad, exception.Message, "Check the network, then https://slack-status.com.");
        }
    }
}
