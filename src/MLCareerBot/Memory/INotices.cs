namespace MLCareerBot.Memory;

/// <summary>What was said once and is not to be said again; and tips that no platform takes.</summary>
public interface INotices
{
    /// <summary>True for the first caller with this key, ever and on all instances. To be called before the notice is sent.</summary>
    Task<bool> TryBeginAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps a tip from being chosen again, because a platform refuses its words.</summary>
    Task QuarantineAsync(string tip, CancellationToken cancellationToken);

    /// <summary>Ids of the tips that are kept from being chosen.</summary>
    Task<IReadOnlySet<string>> QuarantinedAsync(CancellationToken cancellationToken);
}
