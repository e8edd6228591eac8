using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// What the bot is busy with, each piece on its own, so that none waits for another or holds up the reading of the
/// socket. Its size is bounded: beyond that it is better to leave a question unanswered than to answer all too late.
/// </summary>
internal sealed partial class OngoingWork(TimeProvider clock, ILogger<OngoingWork> logger) : IDisposable
{
    /// <summary>At 500 questions a second, more than the three seconds that Discord waits for each.</summary>
    public const int Most = 5_000;

    private readonly ConcurrentDictionary<Task, byte> _tasks = new();
    private readonly CancellationTokenSource _giveUp = new();

    /// <summary>Starts a piece of work, off the caller's path; false if there is too much already.</summary>
    public bool TryStart(Func<CancellationToken, Task> work)
    {
        if (_tasks.Count >= Most || _giveUp.IsCancellationRequested)
        {
            LogTooMuch(Most);
            return false;
        }

        var task = Task.Run(() => ContainAsync(work), CancellationToken.None);
        _tasks[task] = 0;
        _ = task.ContinueWith(done => _tasks.TryRemove(done, out _), TaskScheduler.Default);
        return true;
    }

    /// <summary>Waits for what is under way, and cancels what is not done by then.</summary>
    public async Task FinishAsync(TimeSpan patience)
    {
        var all = Task.WhenAll(_tasks.Keys);
        await Task.WhenAny(all, Task.Delay(patience, clock));
        await _giveUp.CancelAsync();
        await all;
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task ContainAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_giveUp.Token);
        }
        catch (OperationCanceledException)
        {
            // It was told to stop, with all the rest.
        }
        catch (PlatformStoppedException)
        {
            // Nothing can be done any more; the platform says so itself.
        }
        catch (Exception exception)
        {
            // The last line of defence: what one person did must not stop the answers to others.
            LogFailed(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Discord sends faster than can be answered: {Most} pieces of work are under way. The next ones are left out.")]
    private partial void LogTooMuch(int most);

    [LoggerMessage(2, LogLevel.Error, "A Discord event could not be handled.")]
    private partial void LogFailed(Exception exception);
}
