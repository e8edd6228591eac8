namespace MLCareerBot.Tests;

/// <summary>A clock that moves when told to, and whose timers ring then. Safe from any thread.</summary>
internal sealed class FakeClock : TimeProvider
{
    // For a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _jumped;
    private DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long each thing that waits for this clock still has to wait.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _timers.Select(timer => timer.Due - _now)];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return (_now - _jumped).UtcTicks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on, ringing every timer at its own time on the way.</summary>
    public void Advance(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (NextUntil(end) is { } ring)
        {
            ring();
        }
    }

    /// <summary>Somebody sets the clock: it shows another time, and no time has passed.</summary>
    public void Jump(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
            _jumped += time;
            _timers.ForEach(timer => timer.Shift(time));
        }
    }

    /// <summary>Comes back once something, or so many things, wait for this clock and the wait left is as described.</summary>
    public async Task<TimeSpan> UntilSomethingWaitsAsync(Func<TimeSpan, bool> wait, int times = 1)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                changed = _changed.Task;
                foreach (var left in _timers.Select(timer => timer.Due - _now).Where(wait).Skip(times - 1))
                {
                    return left;
                }
            }

            await changed.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.True(changed.IsCompleted, $"Nothing waits as described. What waits: {string.Join(", ", Waits)}.");
        }
    }

    // The clock stands at the timer's time while it rings; at the end of the way there is none left.
    private Action? NextUntil(DateTimeOffset end)
    {
        lock (_lock)
        {
            if (_timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due) is not { } next)
            {
                _now = end;
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            next.Rewind();
            return next.Ring;
        }
    }

    private sealed class Timer(FakeClock clock, Action ring) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; }

        public Action Ring => ring;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }

                clock._changed.SetResult();
                clock._changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }

        public void Shift(TimeSpan time) => Due += time;

        public void Rewind() => Change(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan, _period);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
