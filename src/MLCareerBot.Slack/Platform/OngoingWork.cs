using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Platform;

/// <summary>
/// What the bot is busy with, each piece on its own, so that none waits for another or holds up an acknowledgement. Its
/// size is bounded: beyond that Slack is asked to bring events again, and people are told to.
/// </summary>
internal sealed partial class OngoingWork(SlackSession session, TimeProvider clock, ILogger<OngoingWork> logger) : IDisposable
{
    /// <summary>Ten seconds' worth at 500 questions a second.</summary>
    public const int Most = 5_000;

    private readonly ConcurrentDictionary<Task, byte> _tasks = new();
    private readonly CancellationTokenSource _giveUp = new();
    private int _running;
    private volatile bool _isClosed;

    /// <summary>True if nothing more should be begun.</summary>
    public bool IsFull => _isClosed || Volatile.Read(ref _running) >= Most;

    /// <summary>Starts a piece of work, off the caller's path.</summary>
    public void Start(Func<CancellationToken, Task> work)
    {
        Interlocked.Increment(ref _running);
        var task = Task.Run(() => ContainAsync(work), CancellationToken.None);
        _tasks[task] = 0;
        _ = task.ContinueWith(
            done =>
            {
                _tasks.TryRemove(done, out _);
                Interlocked.Decrement(ref _running);
            },
            TaskScheduler.Default);
    }

    /// <summary>Waits for what is under way, and cancels what is not done by then.</summary>
    public async Task FinishAsync(TimeSpan patience)
    {
        _isClosed = true;
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
        catch (PlatformStoppedException exception)
        {
            session.Break(exception);
        }
        catch (SlackApiException exception)
        {
            // Asked where the bot may not write, for one: there is nobody to tell but the operator.
            session.Learn(exception);
            LogRefused(exception.Message);
        }
        catch (SlackUnavailableException exception)
        {
            LogLost(exception.Message);
        }
        catch (Exception exception)
        {
            // The last line of defence: what one person did must not stop the answers to others.
            LogFailed(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Somebody was not answered: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(2, LogLevel.Warning, "Somebody may not have been answered: {Reason}")]
    private partial void LogLost(string reason);

    [LoggerMessage(3, LogLevel.Error, "Something from Slack could not be handled.")]
    private partial void LogFailed(Exception exception);
}
