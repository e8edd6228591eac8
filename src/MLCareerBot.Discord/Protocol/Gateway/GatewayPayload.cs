using System.Text.Json;
using System.Text.Json.Serialization;

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

/// <summary>Opcodes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes.</summary>
internal static class GatewayOp
{
    public const int Dispatch = 0;
    public const int Heartbeat = 1;
    public const int Identify = 2;
    public const int Resume = 6;
    public const int Reconnect = 7;
    public const int InvalidSession = 9;
    public const int Hello = 10;
    public const int HeartbeatAck = 11;
}

/// <summary>What we send: an opcode and its data.</summary>
internal sealed record Outgoing<T>(int Op, T D);

/// <summary>The data of an identify; the shard is left out where there is but one.</summary>
internal sealed record IdentifyData(
    string Token,
    int Intents,
    IdentifyProperties Properties,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? Shard);

/// <summary>Who we are, for Discord's statistics.</summary>
internal sealed record IdentifyProperties(string Os, string Browser, string Device)
{
    public static readonly IdentifyProperties Ours = new(Environment.OSVersion.Platform.ToString(), "MLCareerBot", "MLCareerBot");
}

/// <summary>The data of a resume.</summary>
internal sealed record ResumeData(string Token, string SessionId, long Seq);

/// <summary>Reads and writes the gateway's own JSON, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Outgoing<long?>), TypeInfoPropertyName = "OutgoingInt64")]
[JsonSerializable(typeof(Outgoing<IdentifyData>))]
[JsonSerializable(typeof(Outgoing<ResumeData>))]
[JsonSerializable(typeof(List<DateTimeOffset>), TypeInfoPropertyName = "Times")]
internal sealed partial class GatewayJson : JsonSerializerContext;
