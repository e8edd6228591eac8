namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What <c>GET gateway/bot</c> says: https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
/// <param name="Url">Where to connect, without a query.</param>
/// <param name="Shards">How many connections Discord recommends; usually one.</param>
/// <param name="Remaining">How many more identifies Discord allows before <paramref name="ResetAfter"/>.</param>
/// <param name="ResetAfter">How long until Discord's count starts afresh.</param>
/// <param name="MaxConcurrency">How many shards may identify within the same 5 s.</param>
internal sealed record GatewayInfo(Uri Url, int Shards, int Remaining, TimeSpan ResetAfter, int MaxConcurrency);
