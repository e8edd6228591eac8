using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Platform;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Knowledge;
using MLCareerBot.Operations;

namespace MLCareerBot.Discord.Operations;

/// <summary>Looks at everything that an operator can have forgotten on Discord's side.</summary>
/// <param name="options">The settings.</param>
/// <param name="services">Holds what stands on the knowledge, which may be broken itself.</param>
/// <param name="clock">The clock.</param>
internal sealed class DiscordDoctorCheck(IOptions<DiscordOptions> options, IServiceProvider services, TimeProvider clock) : IDoctorCheck
{
    // The bot itself sits out a limit of a quarter of an hour. Whoever asks how it is wants to know of it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Discord resets a token that identifies a thousand times a day, so a bot that is near that is in trouble.
    private const int FewIdentifies = 100;

    public string Name => "Discord";

    public async IAsyncEnumerable<Finding> CheckAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (options.Value.BotToken.Length == 0)
        {
            yield return new(FindingKind.Note, "Discord is not set up.", "To set it up, follow docs/running.md.");
            yield break;
        }

        if (isOffline)
        {
            yield return new(FindingKind.Note, "Discord is set up; its side was not asked.", "Leave out --offline to ask it.");
            yield break;
        }

        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var findings = AskAsync(either.Token).GetAsyncEnumerator(cancellationToken);
        await using (findings)
        {
            while (await NextAsync(findings, limit.Token) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private async IAsyncEnumerable<Finding> AskAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var api = services.GetRequiredService<DiscordApi>();
        var self = await api.GetSelfAsync(cancellationToken);
        yield return new(FindingKind.Good, $"The token is valid ({self.Username}).");

        var application = await api.GetApplicationAsync(cancellationToken);
        yield return new(FindingKind.Good, $"The application is {application.Name}. It needs no privileged intent.");
        yield return Budget(await api.GetGatewayAsync(cancellationToken));
        yield return await CommandsAsync(application.Id, cancellationToken);
        await foreach (var finding in PermissionsAsync(api, application.Id, cancellationToken))
        {
            yield return finding;
        }
    }

    private async Task<Finding> CommandsAsync(string application, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<KnowledgeFolder>().Read().Pack is null)
        {
            return new(FindingKind.Note, "The commands cannot be compared before the pack is mended.");
        }

        var scope = options.Value.CommandScope is { } guild ? $"in the one server {guild}" : "everywhere";
        return await services.GetRequiredService<CommandRegistration>().IsUpToDateAsync(application, cancellationToken)
            ? new(FindingKind.Good, $"The commands are registered {scope}.")
            : new(FindingKind.Note, $"The commands are not registered {scope} as they are now.", "The bot does that by itself when it starts.");
    }

    private static Finding Budget(GatewayBot gateway) => gateway.SessionStartLimit.Remaining >= FewIdentifies
        ? new(FindingKind.Good, $"The gateway can be reached; {gateway.SessionStartLimit.Remaining} sessions may still be started today.")
        : new(FindingKind.Bad, $"Only {gateway.SessionStartLimit.Remaining} sessions may still be started today.", "Look for a second program with the same token, or one that restarts again and again.");

    private static async IAsyncEnumerable<Finding> PermissionsAsync(DiscordApi api, string application, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    private static async Task<Finding?> NextAsync(IAsyncEnumerator<Finding> findings, CancellationToken limit)
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
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new(FindingKind.Bad, $"Discord did not answer within {Patience.TotalSeconds} s.", "The log may name a limit to wait for; else check the network, then https://discordstatus.com.");
        }
        catch (DiscordUnavailableException exception)
        {
            return new(FindingKind.Bad, exception.Message, "Check the network, then https://discordstatus.com.");
        }
    }
}
