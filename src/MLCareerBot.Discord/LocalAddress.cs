using System.Net;

namespace MLCareerBot.Discord;

/// <summary>Tells this machine's addresses from all others: fakes may stand in for Discord there and nowhere else.</summary>
internal static class LocalAddress
{
    /// <summary>True for <c>127.0.0.0/8</c>, <c>::1</c> and <c>localhost</c>.</summary>
    public static bool Is(Uri address) =>
        address.IsAbsoluteUri && (address.IdnHost == "localhost" || (IPAddress.TryParse(address.IdnHost, out var ip) && IPAddress.IsLoopback(ip)));
}
