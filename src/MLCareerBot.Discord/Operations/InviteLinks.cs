namespace MLCareerBot.Discord.Operations;

/// <summary>Where people add the bot: https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow.</summary>
/// <param name="Server">For a server, with the permissions that the bot needs there and no more.</param>
/// <param name="User">For one person, wherever that person goes.</param>
internal sealed record InviteLinks(Uri Server, Uri User)
{
    public static InviteLinks For(string applicationId)
    {
        var start = $"https://discord.com/oauth2/authorize?client_id={Uri.EscapeDataString(applicationId)}";
        return new(
            new($"{start}&scope=bot+applications.commands&permissions={DiscordPermissions.Needed}&integration_type=0"),
            new($"{start}&scope=applications.commands&integration_type=1"));
    }
}
