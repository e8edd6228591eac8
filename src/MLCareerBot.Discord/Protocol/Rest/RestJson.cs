using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>The JSON that only this part of the client reads or writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(Recipient))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
internal sealed partial class RestJson : JsonSerializerContext;

/// <summary>The body of an error.</summary>
internal sealed record Refusal
{
    /// <summary>One of <see cref="DiscordErrorCode"/> or another.</summary>
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds, for a limit.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>True if the limit is that of the whole bot.</summary>
    public bool Global { get; init; }
}

/// <summary>Whom to open direct messages with.</summary>
internal sealed record Recipient(string RecipientId);
