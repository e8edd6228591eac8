namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Where the gateway may be. The token goes there, so an address from the network is not simply believed.</summary>
internal static class GatewayAddress
{
    // compress: one zlib stream for each connection, https://discord.com/developers/docs/events/gateway#transport-compression.
    private const string Query = "v=10&encoding=json&compress=zlib-stream";

    /// <summary>Whether the token may go there: Discord's own hosts, or this machine when the API is on it too.</summary>
    public static bool IsAllowed(Uri gateway, Uri api) =>
        gateway.IsAbsoluteUri
        && gateway.UserInfo.Length == 0
        && (api.IsLoopback ? IsPlainOrSecure(gateway) && gateway.IsLoopback
            : IsOfficial(api) && IsSecure(gateway) && IsDiscord(gateway));

    /// <summary>The address to open. A resume must use the same query as the first connection.</summary>
    public static Uri ToOpen(Uri gateway) => new UriBuilder(gateway) { Query = Query, Fragment = "" }.Uri;

    private static bool IsOfficial(Uri api) =>
        api.Scheme == Uri.UriSchemeHttps && Matches(api.IdnHost, DiscordOptions.OfficialApi.IdnHost);

    private static bool IsDiscord(Uri gateway) =>
        Matches(gateway.IdnHost, "discord.gg") || gateway.IdnHost.EndsWith(".discord.gg", StringComparison.OrdinalIgnoreCase);

    private static bool IsSecure(Uri gateway) => gateway.Scheme == Uri.UriSchemeWss;

    private static bool IsPlainOrSecure(Uri gateway) => IsSecure(gateway) || gateway.Scheme == Uri.UriSchemeWs;

    private static bool Matches(string host, string expected) => host.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
