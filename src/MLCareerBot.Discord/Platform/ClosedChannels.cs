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

    private readonly Recent<string, (SendOutcome Outcome, string? Guild, long At)> _closed = new(MostRemembered);
    private readonly Recent<string, long> _reopened = new(MostRemembered);

    /// <summary>Why the place refused, or null if it did not, or long ago, or if rights in its server changed since.</summary>
    public SendOutcome? Find(ChatAddress place) =>
        _closed.TryGet(KeyOf(place), out var entry) && clock.GetElapsedTime(entry.At) < Lifetime && !HasReopened(entry.Guild, entry.At)
            ? entry.Outcome
            : null;

    /// <summary>Remembers a refusal of the place itself; other outcomes say nothing about it.</summary>
    public void Learn(ChatAddress place, SendOutcome outcome)
    {
        if (outcome is SendOutcome.NoAccess or SendOutcome.Gone or SendOutcome.DirectMessagesClosed)
        {
            _closed.Set(KeyOf(place), (outcome, place.Workspace, clock.GetTimestamp()));
        }
    }

    /// <summary>Channels, roles or the bot's membership changed in this server: what refused may be open now.</summary>
    public void Reopen(string guild) => _reopened.Set(guild, clock.GetTimestamp());

    private bool HasReopened(string? guild, long closedAt) =>
        guild is not null && _reopened.TryGet(guild, out var reopenedAt) && reopenedAt >= closedAt;

    private static string KeyOf(ChatAddress place) => place.Thread ?? place.Conversation;
}
