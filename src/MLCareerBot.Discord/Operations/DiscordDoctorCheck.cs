using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Platform;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Rendering;
using MLCareerBot.Operations;

namespace MLCareerBot.Discord.Operations;

/// <summary>Looks at everything that an operator can have forgotten on Discord's side.</summary>
internal sealed class DiscordDoctorCheck(
    DiscordApi api, CommandRegistration commands, IOptions<DiscordOptions> options) : IDoctorCheck
{
    // Discord resets a token that identifies a thousand times a day, so a bot that is near that is in trouble.
    private const int FewIdentifies = 100;

    public string Name => "Discord";

    public async IAsyncEnumerable<Finding> CheckAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (isOffline)
        {
            yield return new(FindingKind.Note, "Discord is set up; its side was not asked.", "Leave out --offline to ask it.");
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

    private async IAsyncEnumerable<Finding> AskAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var self = await api.GetSelfAsync(cancellationToken);
        yield return new(FindingKind.Good, $"The token is valid ({self.Username}).");

        var application = await api.GetApplicationAsync(cancellationToken);
        yield return new(FindingKind.Good, $"The application is {application.Name}. It needs no privileged intent.");
        yield return Budget(await api.GetGatewayAsync(cancellationToken));

        var scope = options.Value.CommandScope is { } guild ? $"in the one server {guild}" : "everywhere";
        yield return await commands.IsUpToDateAsync(application.Id, cancellationToken)
            ? new(FindingKind.Good, $"The commands are registered {scope}.")
            : new(FindingKind.Note, $"The commands are not registered {scope} as they are now.", "The bot does that by itself when it starts.");

        await foreach (var finding in PermissionsAsync(application.Id, cancellationToken))
        {
            yield return finding;
        }
    }

    private static Finding Budget(GatewayBot gateway) => gateway.SessionStartLimit.Remaining >= FewIdentifies
        ? new(FindingKind.Good, $"The gateway can be reached; {gateway.SessionStartLimit.Remaining} sessions may still be started today.")
        : new(FindingKind.Bad, $"Only {gateway.SessionStartLimit.Remaining} sessions may still be started today.", "Look for a second program with the same token, or one that restarts again and again.");

    private async IAsyncEnumerable<Finding> PermissionsAsync(string application, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var guilds = await api.GetGuildsAsync(cancellationToken);
        if (guilds.Count == 0)
        {
            yield return new(FindingKind.Note, "The bot is in no server yet.", $"Invite it: {InviteLinks.For(application).Server}");
        }

        foreach (var guild in guilds)
        {
            var missing = DiscordPermissions.Missing(guild.Permissions);
            yield return missing.Count == 0
                ? new(FindingKind.Good, $"In the server {guild.Id} it has all permissions that it needs.")
                : new(FindingKind.Bad, $"In the server {guild.Id} it lacks {string.Join(", ", missing)}.", $"Give them to its role, or invite it again: {InviteLinks.For(application).Server}");
        }
    }

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
        catch (DiscordApiException exception)
        {
            return new(FindingKind.Bad, $"Discord refused a question with code {exception.Code}: {exception.Message}", "Check that the token belongs to a bot.");
        }
        catch (DiscordUnavailableException exception)
        {
            return new(FindingKind.Bad, exception.Message, "Check the network, then https://discordstatus.com.");
        }
    }
}
