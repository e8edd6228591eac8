using System.Text.Json;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The three things we say: https://discord.com/developers/docs/events/gateway-events#send-events.</summary>
internal static class GatewayPayload
{
    /// <summary>GUILDS (1 &lt;&lt; 0), GUILD_MESSAGES (1 &lt;&lt; 9), DIRECT_MESSAGES (1 &lt;&lt; 12); none of them privileged.</summary>
    public const int Intents = (1 << 0) | (1 << 9) | (1 << 12);

    public static byte[] Heartbeat(long? sequence) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOp.Heartbeat, sequence), GatewayJson.Default.OutgoingInt64);

    public static byte[] Identify(string token, int shard, int shards)
    {
        var data = new IdentifyData(token, Intents, IdentifyProperties.Ours, shards > 1 ? [shard, shards] : null);
        return JsonSerializer.SerializeToUtf8Bytes(new(GatewayOp.Identify, data), GatewayJson.Default.OutgoingIdentifyData);
    }

    public static byte[] Resume(string token, string sessionId, long sequence)
    {
        var data = new ResumeData(token, sessionId, sequence);
        return JsonSerializer.SerializeToUtf8Bytes(new(GatewayOp.Resume, data), GatewayJson.Default.OutgoingResumeData);
    }
}
