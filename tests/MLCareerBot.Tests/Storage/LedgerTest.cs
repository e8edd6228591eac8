using MLCareerBot.Memory;
using MLCareerBot.Storage.Deliveries;
using MLCareerBot.Storage.Inbox;
using MLCareerBot.Storage.Notices;
using MLCareerBot.Storage.Places;
using MLCareerBot.Storage.Subscriptions;
using NodaTime;

namespace MLCareerBot.Tests.Storage;

/// <summary>A database with the stores that subscriptions and their deliveries are kept in.</summary>
public abstract class LedgerTest : StoreTest
{
    private protected LedgerTest(FreshStore store)
        : base(store)
    {
    }

    private protected SubscriptionStore Subscriptions => new(Database);

    private protected DeliveryLedger Ledger => new(Database);

    private protected Residence Residence => new(Database);

    private protected NoticeStore Notices => new(Database);

    private protected InboxStore Inbox => new(Database);

    private protected Task<long> CountAsync(string from) => ScalarAsync<long>($"SELECT COUNT(*) FROM {from}");

    /// <summary>Saves a new subscription and reads it back.</summary>
    private protected async Task<Subscription> AddAsync(Subscription subscription)
    {
        Assert.True(await Subscriptions.SaveAsync(subscription, default));
        return await ReadAsync(subscription);
    }

    private protected async Task<Subscription> ReadAsync(Subscription subscription) =>
        Assert.Single(await Subscriptions.OfPlaceAsync(subscription.To, default), row => row.Id == subscription.Id);

    private protected async Task<Delivery> DeliveryAsync(Subscription subscription) =>
        Assert.Single(await Subscriptions.DeliveriesAsync(subscription.Id, 10, default));

    private protected Task<Claims> ClaimAsync(Func<DueTip, TipPlan> plan, string owner = "one", int most = 50, Duration? lease = null) =>
        Ledger.ClaimAsync(new("discord", most, owner, lease ?? Duration.FromHours(1)), plan, default);

    /// <summary>Claims the only row there is, to send it.</summary>
    private protected async Task<Claim> ClaimOneAsync(string owner = "one", Duration? lease = null, string tip = "read-a-paper") =>
        Assert.Single((await ClaimAsync(due => new TipPlan.Send(tip, due.Subscription.RoundFrom ?? due.Subscription.NextDate), owner, lease: lease)).ToSend);

    private protected static Settlement Sent(Claim claim, string message = "1234") =>
        new(claim, DeliveryState.Sent, TestSubscription.Next(claim.Subscription)) { MessageId = message };

    private protected static TipPlan.Send Send(DueTip due) => new("read-a-paper", due.Subscription.RoundFrom ?? due.Subscription.NextDate);

    // Instants are kept in milliseconds.
    private protected static Delivery Stored(Delivery delivery) =>
        delivery with { ReservedAt = Instant.FromUnixTimeMilliseconds(delivery.ReservedAt.ToUnixTimeMilliseconds()) };
}
