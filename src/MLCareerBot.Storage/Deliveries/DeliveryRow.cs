using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Deliveries;

/// <summary>A row of <c>delivery</c>, read.</summary>
internal sealed class DeliveryRow
{
    /// <summary>The columns of every SELECT.</summary>
    public const string Columns = """
        delivery.subscription, delivery.local_date AS LocalDate, delivery.delivery_key AS DeliveryKey, delivery.state, delivery.tip,
        delivery.attempts, delivery.message, delivery.reserved_at AS ReservedAt
        """;

    public required string Subscription { get; init; }

    public required string LocalDate { get; init; }

    public required string DeliveryKey { get; init; }

    public int State { get; init; }

    public string? Tip { get; init; }

    public int Attempts { get; init; }

    public string? Message { get; init; }

    public long ReservedAt { get; init; }

    public Delivery ToDelivery() => new()
    {
        Date = Stored.Date(LocalDate),
        Key = DeliveryKey,
        State = (DeliveryState)State,
        Tip = Tip,
        Attempts = Attempts,
        ReservedAt = Stored.Instant(ReservedAt),
        MessageId = Message,
    };
}
