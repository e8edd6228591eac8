using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Operations;

/// <summary>The links with which people add the bot, asking for no more rights than it uses.</summary>
public sealed class Invitation
{
    private readonly DiscordApi _api;

    internal Invitation(DiscordApi api) => _api = api;

    /// <summary>The links for the bot whose token is set, in a few lines for a terminal.</summary>
    /// <exception cref="PlatformStoppedException">Discord rejects the token, or cannot be asked.</exception>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var links = InviteLinks.For((await AskAsync(cancellationToken)).Id);
        return $"""
            For a server (you need "Manage Server" there):
              {links.Server}
            For yourself, in every server and in direct messages:
              {links.User}
            """;
    }

    private async Task<Application> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _api.GetApplicationAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DiscordApiException or DiscordUnavailableException)
        {
            throw new PlatformStoppedException($"Discord did not say which application the token belongs to. {exception.Message} Try again, or run doctor.");
        }
    }
}
