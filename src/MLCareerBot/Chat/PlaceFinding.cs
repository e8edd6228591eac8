namespace MLCareerBot.Chat;

/// <summary>What was found about a place to write in.</summary>
/// <param name="CanWrite">True if messages can be sent there now.</param>
/// <param name="Hindrance">What stands in the way and what to do about it, in a sentence or two for whoever asked; null where nothing does.</param>
public sealed record PlaceFinding(bool CanWrite, string? Hindrance = null)
{
    /// <summary>Nothing stands in the way.</summary>
    public static PlaceFinding Open { get; } = new(CanWrite: true);

    /// <summary>Messages can be sent there, but something is amiss.</summary>
    public static PlaceFinding OpenBut(string hindrance) => new(CanWrite: true, hindrance);

    /// <summary>Something stands in the way.</summary>
    public static PlaceFinding Closed(string hindrance) => new(CanWrite: false, hindrance);
}
