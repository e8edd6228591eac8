using System.Diagnostics;

namespace MLCareerBot.Benchmarks;

/// <summary>Does something over and over, evenly spread, however long each time takes.</summary>
internal static class EvenPace
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <param name="perSecond">How often.</param>
    /// <param name="count">How many times, unless stopped before.</param>
    /// <param name="act">What is done; it is given the number of the time, from zero.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task KeepAsync(int perSecond, int count, Func<int, Task> act, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number < count && !stop.IsCancellationRequested; number++)
        {
            var ahead = TimeSpan.FromSeconds((double)number / perSecond) - Stopwatch.GetElapsedTime(started);
            if (ahead > Shortest)
            {
                await Task.Delay(ahead, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await act(number);
        }
    }
}
