using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>What the ledger promises, in a few lines of memory: compared with the real one after every step.</summary>
internal sealed class LedgerModel
{
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Ids => _rows.Keys;

    /// <summary>Those that a claim must find, whatever it may be called.</summary>
    public IEnumerable<string> Due => _rows.Where(row => row.Value is { IsActive: true, Lease: not Lease.Standing }).Select(row => row.Key);

    public IEnumerable<(string Id, LocalDate Date, DeliveryState State)> Deliveries =>
        _rows.SelectMany(row => row.Value.Deliveries.Select(delivery => (row.Key, delivery.Key, delivery.Value)));

    public void Add(Subscription subscription) => _rows[subscription.Id] = new() { Date = subscription.NextDate };

    public void Delete(string id) => _rows.Remove(id);

    public void Change(string id)
    {
        (_rows[id].Fence, _rows[id].Lease, _rows[id].IsOwned) = (null, Lease.None, false);
    }

    public void Activate(string id, bool isActive)
    {
        Change(id);
        _rows[id].IsActive = isActive;
    }

    /// <summary>A claim came back with this: checks that it may.</summary>
    public void Claimed(Claim claim, bool isLong)
    {
        var row = _rows[claim.Subscription.Id];
        Assert.Contains(claim.Subscription.Id, Due);
        Assert.Equal(row.Date, claim.Delivery.Date);
        Assert.True(claim.Fence > row.Highest, "A fence went down.");
        Assert.Equal(row.Deliveries.ContainsKey(row.Date), claim.MayBeThere);
        Assert.False(row.Deliveries.TryGetValue(row.Date, out var state) && state != DeliveryState.Reserved, "A date that had ended was claimed.");
        row.Deliveries[row.Date] = DeliveryState.Reserved;
        (row.Highest, row.Fence, row.Lease, row.IsOwned) = (claim.Fence, claim.Fence, isLong ? Lease.Standing : Lease.RunOut, true);
    }

    public void Skipped(string id)
    {
        var row = _rows[id];
        Assert.False(row.Deliveries.TryGetValue(row.Date, out var state) && state != DeliveryState.Reserved, "A date that had ended was skipped.");
        row.Deliveries[row.Date] = DeliveryState.Skipped;
        row.Fence = null;
        MoveOn(row);
    }

    public bool IsMine(Claim claim) => Find(claim) is { IsActive: true, IsOwned: true, Lease: Lease.Standing };

    /// <summary>Whoever gave a lease up may still know how it ended; said twice, the first counts.</summary>
    public void Settled(Claim claim, DeliveryState state)
    {
        if (Find(claim) is { } row && row.Deliveries[claim.Delivery.Date] == DeliveryState.Reserved)
        {
            row.Deliveries[claim.Delivery.Date] = state;
            MoveOn(row);
        }
    }

    public void Released(Claim claim, bool isHeld)
    {
        if (Find(claim) is { IsOwned: true } row)
        {
            (row.Lease, row.IsOwned) = (isHeld ? Lease.Standing : Lease.RunOut, false);
        }
    }

    private static void MoveOn(Row row) => (row.Date, row.Lease, row.IsOwned) = (row.Date.PlusDays(1), Lease.None, false);

    private Row? Find(Claim claim) => _rows.TryGetValue(claim.Subscription.Id, out var row) && row.Fence == claim.Fence ? row : null;

    private enum Lease
    {
        None,
        Standing,
        RunOut,
    }

    private sealed class Row
    {
        public LocalDate Date { get; set; }

        public bool IsActive { get; set; } = true;

        public Lease Lease { get; set; }

        public bool IsOwned { get; set; }

        /// <summary>Of whoever may still write the end.</summary>
        public long? Fence { get; set; }

        public long Highest { get; set; }

        public Dictionary<LocalDate, DeliveryState> Deliveries { get; } = [];
    }
}
