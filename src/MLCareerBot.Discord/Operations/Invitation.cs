using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Discord.Operations;

/// <summary>The links with which people add the bot, asking for no more rights than it uses.</summary>
public sealed class Invitation
{
    private readonly DiscordApi _api;

    internal Invitation(DiscordApi api) => _api = api;

    /// <summary>The links for the bot whose token is set, in a few lines for a terminal.</summary>
    /// <exception cref="Chat.PlatformStoppedException">Discord rejects the token.</exception>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var links = InviteLinks.For((await _api.GetApplicationAsync(cancellationToken)).Id);
        return $"""
            For a server (you need "Manage Server" there):
              {links.Server}
            For yourself, in every server and in direct messages:
              {links.User}
            """;
    }
}
