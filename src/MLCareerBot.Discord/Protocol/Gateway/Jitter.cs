namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Chance for waits, so that many clients do not come back at the same moment. Safe from any thread.</summary>
internal sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    /// <summary>A part of the time given, from nothing to all of it.</summary>
    public TimeSpan PartOf(TimeSpan whole) => Between(TimeSpan.Zero, whole);

    /// <summary>A time from the one to the other.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most)
    {
        lock (_lock)
        {
            return least + ((most - least) * random.NextDouble());
        }
    }
}
