namespace MLCareerBot.Benchmarks;

/// <summary>What a load run showed.</summary>
/// <param name="Sent">Commands sent.</param>
/// <param name="Latencies">From a command on the wire to its answer at the platform, for each that was answered.</param>
/// <param name="Took">From the first command to the last answer.</param>
internal sealed record LoadReport(int Sent, IReadOnlyList<TimeSpan> Latencies, TimeSpan Took)
{
    private int Failures => Sent - Latencies.Count;

    public override string ToString()
    {
        var sorted = Latencies.Order().ToList();
        TimeSpan At(double share) => sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)((sorted.Count - 1) * share)];
        return $"{Sent} commands in {Took.TotalSeconds:N1} s ({Sent / Took.TotalSeconds:N0} a second), {Failures} without an answer\n"
            + $"latency {At(0.5).TotalMilliseconds:N1} ms median, {At(0.99).TotalMilliseconds:N1} ms p99, {At(1).TotalMilliseconds:N1} ms at most";
    }
}
