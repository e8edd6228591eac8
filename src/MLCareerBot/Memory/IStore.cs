namespace MLCareerBot.Memory;

/// <summary>The store as a whole. It opens by itself with the first use; a worker opens it at the start, to fail early.</summary>
public interface IStore
{
    /// <summary>Opens it: creates what is not there, migrates what is older. Throws <see cref="StoreUnusableException"/> or <see cref="StoreUnavailableException"/>.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>True if there is something to open already: a file, or a server that is set. Never waits.</summary>
    bool Exists { get; }

    /// <summary>Null while it works; else one sentence without secrets on what is wrong. Never waits.</summary>
    string? Trouble { get; }
}
