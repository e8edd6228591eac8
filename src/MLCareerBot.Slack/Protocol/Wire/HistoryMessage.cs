using System.Text.Json;

namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>A message as <c>conversations.history</c> shows it.</summary>
internal sealed record HistoryMessage
{
    /// <summary>The message's id within its channel.</summary>
    public string? Ts { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public HistoryMetadata? Metadata { get; init; }

    public IReadOnlyList<HistoryBlock>? Blocks { get; init; }

    /// <summary>The delivery that the message belongs to; null if it is none of ours.</summary>
    public string? DeliveryKey =>
        Metadata?.EventPayload is { ValueKind: JsonValueKind.Object } payload
        && payload.TryGetProperty("delivery_key", out var key)
        && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;
}

/// <summary>Metadata of any program's; only ours has the form we know.</summary>
internal sealed record HistoryMetadata
{
    public string? EventType { get; init; }

    public JsonElement? EventPayload { get; init; }
}

/// <summary>Of a block, what can be told without knowing its kind.</summary>
internal sealed record HistoryBlock
{
    public string? BlockId { get; init; }
}
