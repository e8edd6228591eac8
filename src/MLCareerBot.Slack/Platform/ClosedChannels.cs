using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Platform;

/// <summary>Places that refused the bot. They are not asked again for a while, or until something has changed there.</summary>
internal sealed class ClosedChannels(TimeProvider clock)
{
    private const int MostRemembered = 100_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Recent<string, Refusal> _closed = new(MostRemembered);
    private readonly Recent<string, long> _reopened = new(MostRemembered);
    private long _order;

    /// <summary>Why the place refused, or null if it did not, or long ago, or has opened again since.</summary>
    public SendOutcome? Find(ChatAddress place) =>
        _closed.TryGet(place.Conversation, out var refusal) && clock.GetElapsedTime(refusal.At) < Lifetime && !HasReopenedSince(place, refusal)
            ? refusal.Outcome
            : null;

    /// <summary>Remembers a refusal of the place itself; other outcomes say nothing about it.</summary>
    public void Learn(ChatAddress place, SendOutcome outcome)
    {
        if (outcome is SendOutcome.NoAccess or SendOutcome.Gone or SendOutcome.DirectMessagesClosed)
        {
            _closed.Set(place.Conversation, new(outcome, clock.GetTimestamp(), Interlocked.Increment(ref _order)));
        }
    }

    /// <summary>The bot was let into the channel, or it was opened again.</summary>
    public void Reopen(string channel) => _reopened.Set(channel, Interlocked.Increment(ref _order));

    /// <summary>The person came by, and may have opened their direct messages since.</summary>
    public void ReopenDirect(string user) => Reopen(ChatAddress.DirectTo(SlackPlatform.PlatformName, user).Conversation);

    private bool HasReopenedSince(ChatAddress place, Refusal refusal) => _reopened.TryGet(place.Conversation, out var order) && order > refusal.Order;

    // What happens within one tick of the clock has an order all the same.
    private sealed record Refusal(SendOutcome Outcome, long At, long Order);
}
