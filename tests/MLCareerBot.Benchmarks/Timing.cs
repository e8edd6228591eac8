using System.Diagnostics;

namespace MLCareerBot.Benchmarks;

/// <summary>How long one call took, over many calls on one thread after as many to warm up.</summary>
internal sealed record Timing(double MeanMicroseconds, double MedianMicroseconds, double P99Microseconds, double BytesEach)
{
    private const int Calls = 40_000;

    public static Timing Of(string[] inputs, Action<string> call)
    {
        for (var index = 0; index < Calls; index++)
        {
            call(inputs[index % inputs.Length]);
        }

        var times = new double[Calls];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < Calls; index++)
        {
            var started = Stopwatch.GetTimestamp();
            call(inputs[index % inputs.Length]);
            times[index] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Array.Sort(times);
        return new(times.Average(), times[Calls / 2], times[Calls * 99 / 100], (double)bytes / Calls);
    }

    public static TimeSpan Once<T>(Func<T> call, out T result)
    {
        var started = Stopwatch.GetTimestamp();
        result = call();
        return Stopwatch.GetElapsedTime(started);
    }
}
