using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>A message on a socket: https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
internal sealed class SocketFrame(JsonElement json)
{
    public string? Type => json.Text("type");

    /// <summary>What an acknowledgement names; only envelopes have one.</summary>
    public string? EnvelopeId => json.Text("envelope_id");

    /// <summary>Why a <c>disconnect</c> comes. Reasons that we do not know are like a refresh.</summary>
    public SocketEnd End => json.Text("reason") switch
    {
        "link_disabled" => SocketEnd.LinkDisabled,
        "too_many_websockets" => SocketEnd.TooMany,
        _ => SocketEnd.Replace,
    };

    /// <summary>Null if it is no JSON object.</summary>
    public static SocketFrame? Read(ReadOnlyMemory<byte> message) => JsonReading.Parse(message) is { } json ? new(json) : null;

    /// <param name="receivedAt">When it came in.</param>
    public SlackEnvelope ToEnvelope(long receivedAt)
    {
        var payload = json.Object("payload") ?? JsonElement.Parse("{}");
        return new(KindOf(payload), payload)
        {
            ReceivedAt = receivedAt,
            RetryAttempt = json.Number("retry_attempt") ?? 0,
            RetryReason = json.Text("retry_reason"),
            TakesPayload = json.IsTrue("accepts_response_payload"),
        };
    }

    /// <summary>The acknowledgement of an envelope.</summary>
    public static byte[] Acknowledge(string envelopeId, JsonElement? payload) =>
        JsonSerializer.SerializeToUtf8Bytes(new(envelopeId, payload), SocketJson.Default.Acknowledgement);

    private EnvelopeKind KindOf(JsonElement payload) => Type switch
    {
        "events_api" => EnvelopeKind.Event,
        "slash_commands" => EnvelopeKind.Command,
        "interactive" => EnvelopeReader.KindOfInteraction(payload),
        _ => EnvelopeKind.Unknown,
    };
}

/// <summary>All that we ever send.</summary>
internal sealed record Acknowledgement(
    string EnvelopeId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Payload);

/// <summary>Writes the socket's own JSON, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Acknowledgement))]
internal sealed partial class SocketJson : JsonSerializerContext;
