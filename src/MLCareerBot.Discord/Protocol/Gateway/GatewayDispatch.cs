using System.Text.Json;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>An event from Discord. Replays may bring one again, so whoever acts on it goes by the ids inside.</summary>
/// <param name="Shard">The number of the shard that received it.</param>
/// <param name="Type">Discord's name of the event, <c>INTERACTION_CREATE</c> for one.</param>
/// <param name="Data">The event itself, independent of any buffer.</param>
/// <param name="ReceivedAt">When it came in: a timestamp of the <see cref="TimeProvider"/>, for deadlines that no clock skew reaches.</param>
internal sealed record GatewayDispatch(int Shard, string Type, JsonElement Data, long ReceivedAt);
