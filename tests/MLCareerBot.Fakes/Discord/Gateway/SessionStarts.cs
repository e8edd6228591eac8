namespace MLCareerBot.Fakes.Discord;

/// <summary>How many sessions the bot may still start, as <c>gateway/bot</c> tells it.</summary>
public sealed record SessionStarts(int Total, int Remaining, TimeSpan ResetAfter, int MaxConcurrency)
{
    /// <summary>Discord's ordinary figures, all unused.</summary>
    public static SessionStarts Ordinary { get; } = new(1000, 1000, TimeSpan.FromHours(24), 1);
}
