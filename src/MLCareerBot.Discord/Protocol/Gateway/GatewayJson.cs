using System.Text.Json.Serialization;

namespace MLCareerBot.Discord.Protocol.Gateway;

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
