namespace MLCareerBot.Fakes;

/// <summary>Says that something happened, so that a test waits for it instead of sleeping.</summary>
internal sealed class Changes
{
    private volatile TaskCompletionSource _next = NewSignal();

    // In one step: of two signals at once, neither may throw away the other's successor with somebody waiting on it.
    public void Signal() => Interlocked.Exchange(ref _next, NewSignal()).TrySetResult();

    /// <summary>Looks at the condition now and after every change. False when the time is over first.</summary>
    public async Task<bool> UntilAsync(Func<bool> condition, TimeSpan timeout)
    {
        using var late = new CancellationTokenSource(timeout);
        while (true)
        {
            // Taken before looking: a change in between is then not missed.
            var next = _next.Task;
            if (condition())
            {
                return true;
            }

            try
            {
                await next.WaitAsync(late.Token);
            }
            catch (OperationCanceledException)
            {
                return condition();
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
