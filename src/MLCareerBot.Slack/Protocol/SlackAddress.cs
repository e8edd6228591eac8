namespace MLCareerBot.Slack.Protocol;

/// <summary>Where the bot may connect to. Tokens and answers go there, so an address from the network is not simply believed.</summary>
internal static class SlackAddress
{
    /// <summary>Whether the Web API may be there: Slack's own host, or this machine.</summary>
    public static bool IsApi(Uri api) =>
        IsPlain(api) && api.Query.Length == 0 && (IsLocal(api, Uri.UriSchemeHttp, Uri.UriSchemeHttps) || IsOfficial(api));

    /// <summary>Whether a socket may be there: Slack's hosts by TLS, or this machine when the API is on it too.</summary>
    public static bool IsSocket(Uri socket, Uri api) => IsPlain(socket)
        && (IsOfficial(api) ? IsSlack(socket, Uri.UriSchemeWss) : IsLocal(socket, Uri.UriSchemeWs, Uri.UriSchemeWss));

    /// <summary>Whether an answer by <c>response_url</c> may go there, by the same rule.</summary>
    public static bool IsResponse(Uri url, Uri api) => IsPlain(url)
        && (IsOfficial(api) ? IsSlack(url, Uri.UriSchemeHttps) : IsLocal(url, Uri.UriSchemeHttp, Uri.UriSchemeHttps));

    private static bool IsPlain(Uri address) => address.IsAbsoluteUri && address.UserInfo.Length == 0 && address.Fragment.Length == 0;

    private static bool IsOfficial(Uri api) => api.Scheme == Uri.UriSchemeHttps && api.IdnHost == "slack.com" && api.IsDefaultPort;

    private static bool IsSlack(Uri address, string scheme) =>
        address.Scheme == scheme && address.IsDefaultPort && address.IdnHost.EndsWith(".slack.com", StringComparison.Ordinal);

    private static bool IsLocal(Uri address, string plain, string secure) =>
        address.IsLoopback && (address.Scheme == plain || address.Scheme == secure);
}
