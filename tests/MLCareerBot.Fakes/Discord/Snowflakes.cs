namespace MLCareerBot.Fakes.Discord;

/// <summary>Makes ids as Discord does: milliseconds since 2015 in the upper bits, a counter in the lower.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private const int CounterBits = 22;

    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private uint _counter;

    public string Next()
    {
        var milliseconds = (ulong)(clock.GetUtcNow() - Epoch).TotalMilliseconds;
        var counter = Interlocked.Increment(ref _counter) & ((1u << CounterBits) - 1);
        return ((milliseconds << CounterBits) | counter).ToString();
    }

    /// <summary>The shard that a guild belongs to.</summary>
    public static int ShardOf(string guildId, int shardCount) => (int)((ulong.Parse(guildId) >> CounterBits) % (ulong)shardCount);

    public static int Compare(string one, string other) => ulong.Parse(one).CompareTo(ulong.Parse(other));
}
