using NodaTime;

namespace MLCareerBot.Memory;

/// <summary>What people think of the bot, without who they are. Every call may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IFeedback
{
    /// <summary>Keeps a remark. The text is redacted already.</summary>
    Task AddAsync(Remark remark, CancellationToken cancellationToken);

    /// <summary>The latest remarks of a place, or of all where none is named, the latest first.</summary>
    Task<IReadOnlyList<Remark>> LatestAsync(Tenant? tenant, int most, CancellationToken cancellationToken);

    /// <summary>Counts a judgement of an answer.</summary>
    Task RateAsync(Tenant tenant, string topic, bool isGood, CancellationToken cancellationToken);

    /// <summary>The judgements of a place, or of all, by topic, those most often found poor first.</summary>
    Task<IReadOnlyList<TopicRating>> RatingsAsync(Tenant? tenant, int most, CancellationToken cancellationToken);
}

/// <summary>A remark.</summary>
/// <param name="Tenant">Where it was made.</param>
/// <param name="Topic">Id of the topic it is about; null where it is about the bot.</param>
/// <param name="Text">The words, redacted.</param>
/// <param name="At">When it was made.</param>
public sealed record Remark(Tenant Tenant, string? Topic, string Text, Instant At);

/// <summary>How an answer was judged.</summary>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Good">How often it helped.</param>
/// <param name="Poor">How often it did not.</param>
public sealed record TopicRating(string Topic, int Good, int Poor);
