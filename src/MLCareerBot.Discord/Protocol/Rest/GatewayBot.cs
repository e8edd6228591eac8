using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Where and how a bot may connect: https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
/// <param name="Url">The gateway's address; to be checked before the token goes there.</param>
/// <param name="Shards">How many connections Discord recommends.</param>
/// <param name="SessionStartLimit">How often the bot may still identify.</param>
internal sealed record GatewayBot(string Url, int Shards, SessionStartLimit SessionStartLimit)
{
    /// <summary>The same for the gateway.</summary>
    /// <exception cref="DiscordUnavailableException">The address is none.</exception>
    public GatewayInfo ToInfo() => Uri.TryCreate(Url, UriKind.Absolute, out var address)
        ? new(address, Shards, SessionStartLimit.Remaining, TimeSpan.FromMilliseconds(SessionStartLimit.ResetAfter), SessionStartLimit.MaxConcurrency)
        : throw new DiscordUnavailableException(mayHaveArrived: false, "Discord named no address for its gateway.");
}

/// <summary>How often a bot may identify.</summary>
/// <param name="Total">In 24 hours.</param>
/// <param name="Remaining">Until the next reset.</param>
/// <param name="ResetAfter">Milliseconds until then.</param>
/// <param name="MaxConcurrency">In 5 seconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);
