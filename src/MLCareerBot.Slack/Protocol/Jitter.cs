namespace MLCareerBot.Slack.Protocol;

/// <summary>Chance for waits, so that many clients do not come back at the same moment. Safe from any thread.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>From 0 to 1.</summary>
    public double Next()
    {
        lock (_lock)
        {
            return random.NextDouble();
        }
    }
}
