namespace MLCareerBot.Operations;

/// <summary>Looks at one thing that the bot stands on: a token, the clock, the knowledge. Changes nothing.</summary>
public interface IDoctorCheck
{
    /// <summary>What is looked at, in a word or two: <c>Discord</c>.</summary>
    string Name { get; }

    /// <summary>What was found, as it is found. Throwing is for bugs only: what is broken is a <see cref="Finding"/>.</summary>
    /// <param name="isOffline">True if nothing may be asked over the network.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    IAsyncEnumerable<Finding> CheckAsync(bool isOffline, CancellationToken cancellationToken);
}

/// <summary>One thing a check found.</summary>
/// <param name="Kind">Good, worth knowing, or bad.</param>
/// <param name="Text">One sentence without secrets.</param>
/// <param name="Fix">What to do about it, in one sentence; null where there is nothing to do.</param>
public sealed record Finding(FindingKind Kind, string Text, string? Fix = null);

/// <summary>What a finding means.</summary>
public enum FindingKind
{
    /// <summary>It works.</summary>
    Good,

    /// <summary>It is worth knowing, and nothing is broken: a part that is not set up.</summary>
    Note,

    /// <summary>It does not work, and somebody must mend it.</summary>
    Bad,
}
