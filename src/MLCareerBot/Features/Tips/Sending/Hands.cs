namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Does some things at once, and no more than so many. For one caller.</summary>
/// <param name="count">How many.</param>
internal sealed class Hands(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);
    private readonly HashSet<Task> _underWay = [];

    /// <summary>How many are free; only <see cref="Start"/> makes them fewer.</summary>
    public int Free => _free.CurrentCount;

    /// <summary>Comes back when one is free.</summary>
    public async Task OneFreeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        _free.Release();
    }

    /// <summary>Gives a free one something to do, off the caller's path. What it throws is thrown by <see cref="AllFreeAsync"/>.</summary>
    public void Start(Func<Task> work)
    {
        _free.Wait(CancellationToken.None);
        var task = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            finally
            {
                _free.Release();
            }
        });
        _underWay.RemoveWhere(done => done.IsCompleted);
        _underWay.Add(task);
    }

    /// <summary>Comes back when nothing is under way any more.</summary>
    public Task AllFreeAsync() => Task.WhenAll(_underWay);

    public void Dispose() => _free.Dispose();
}
