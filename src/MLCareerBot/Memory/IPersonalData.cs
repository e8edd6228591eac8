namespace MLCareerBot.Memory;

/// <summary>Everything that is stored about one person. Every call may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IPersonalData
{
    /// <summary>What there is, in numbers.</summary>
    Task<PersonalSummary> SummaryAsync(Person person, CancellationToken cancellationToken);

    /// <summary>All of it as JSON, in one line.</summary>
    Task<string> ExportAsync(Person person, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes all of it in one transaction; a delivery under way is not sent after this. Channels' subscriptions that the
    /// person set up stay, without the person. What was deleted.
    /// </summary>
    Task<PersonalSummary> DeleteAsync(Person person, CancellationToken cancellationToken);
}

/// <summary>What is stored about a person, in numbers.</summary>
/// <param name="Subscriptions">The person's own tips.</param>
/// <param name="Deliveries">Tips sent to the person, as dates and ids.</param>
/// <param name="Steps">Marks on the roadmap.</param>
/// <param name="Questions">Messages that wait for their answer.</param>
/// <param name="SetUp">Channels' subscriptions that the person set up.</param>
public sealed record PersonalSummary(int Subscriptions, int Deliveries, int Steps, int Questions, int SetUp);
