namespace MLCareerBot.Memory;

/// <summary>How far people say they are on the roadmap. Every call may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IProgress
{
    /// <summary>A person's marks, by id of the step; steps without a mark are left out.</summary>
    Task<IReadOnlyDictionary<string, StepStatus>> OfAsync(Person person, CancellationToken cancellationToken);

    /// <summary>Marks a step; <see cref="StepStatus.NotStarted"/> takes the mark away.</summary>
    Task SetAsync(Person person, string step, StepStatus status, CancellationToken cancellationToken);

    /// <summary>Takes all marks away; how many there were.</summary>
    Task<int> ResetAsync(Person person, CancellationToken cancellationToken);
}

/// <summary>How far a step is. The numbers are stored.</summary>
public enum StepStatus
{
    /// <summary>Not begun.</summary>
    NotStarted = 0,

    /// <summary>Under way.</summary>
    Doing = 1,

    /// <summary>Done.</summary>
    Done = 2,

    /// <summary>Left out on purpose.</summary>
    Skipped = 3,
}
