using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Places that refused the bot. They are not asked again for a while: Discord bans an address that collects too many
/// refusals (10,000 in ten minutes: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit).
/// </summary>
internal sealed class ClosedChannels(TimeProvider clock)
{
    private const int MostRemembered = 100_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Recent<string, Refusal> _closed = new(MostRemembered);
    private readonly Recent<string, long> _reopened = new(MostRemembered);
    private long _order;

    /// <summary>Why the place refused, or null if it did not, or long ago, or if rights in its server changed since.</summary>
    public SendOutcome? Find(ChatAddress place) =>
        _closed.TryGet(KeyOf(place), out var refusal) && clock.GetElapsedTime(refusal.At) < Lifetime && !HasReopenedSince(refusal)
            ? refusal.Outcome
            : null;

    /// <summary>Remembers a refusal of the place itself; other outcomes say nothing about it.</summary>
    public void Learn(ChatAddress place, SendOutcome outcome)
    {
        if (outcome is SendOutcome.NoAccess or SendOutcome.Gone or SendOutcome.DirectMessagesClosed)
        {
            _closed.Set(KeyOf(place), new(outcome, place.Workspace ?? place.DirectUser, clock.GetTimestamp(), Interlocked.Increment(ref _order)));
        }
    }

    /// <summary>What refused may be open now: channels, roles or the bot's membership changed in this server, or this person came by.</summary>
    /// <param name="owner">Id of the server, or of the person whose direct messages they are.</param>
    public void Reopen(string owner) => _reopened.Set(owner, Interlocked.Increment(ref _order));

    private bool HasReopenedSince(Refusal refusal) =>
        refusal.Owner is { } owner && _reopened.TryGet(owner, out var order) && order > refusal.Order;

    private static string KeyOf(ChatAddress place) => place.Thread ?? place.Conversation;

    // What happens within one tick of the clock has an order all the same.
    private sealed record Refusal(SendOutcome Outcome, string? Owner, long At, long Order);
}
