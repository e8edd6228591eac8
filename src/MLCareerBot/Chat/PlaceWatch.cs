using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MLCareerBot.Memory;

namespace MLCareerBot.Chat;

/// <summary>
/// Passes on where the bot is let in and where not, one after the other and never in anybody's way. Where nothing is
/// remembered yet, there is nothing to pass it on to.
/// </summary>
public sealed partial class PlaceWatch : IDisposable
{
    private const int Bound = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<Func<Task>> _queue = Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(Bound) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });
    private readonly IResidence _residence;
    private readonly IStore _store;
    private readonly ILogger<PlaceWatch> _logger;
    private readonly Task _working;

    /// <param name="residence">Who is told.</param>
    /// <param name="store">Whether there is anything to be told.</param>
    /// <param name="logger">Told what could not be passed on.</param>
    public PlaceWatch(IResidence residence, IStore store, ILogger<PlaceWatch> logger)
    {
        (_residence, _store, _logger) = (residence, store, logger);
        _working = Task.Run(WorkAsync);
    }

    /// <summary>The bot was removed from a server or workspace.</summary>
    public void Left(string platform, string workspace) => Tell(() => _residence.LeaveAsync(platform, workspace, CancellationToken.None));

    /// <summary>The bot is in a server or workspace, perhaps again.</summary>
    public void IsIn(string platform, string workspace) => Tell(() => _residence.ReturnAsync(platform, workspace, CancellationToken.None));

    /// <summary>Rights changed in a server or workspace.</summary>
    public void Reopened(string platform, string workspace) => Tell(() => _residence.ReopenAsync(platform, workspace, conversation: null, CancellationToken.None));

    /// <summary>The bot was spoken to in a conversation.</summary>
    public void Heard(string platform, string conversation) => Tell(() => _residence.ReopenAsync(platform, workspace: null, conversation, CancellationToken.None));

    /// <inheritdoc/>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _working.Wait(Patience);
    }

    private void Tell(Func<Task> news)
    {
        if (_store.Exists)
        {
            _queue.Writer.TryWrite(news);
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var news in _queue.Reader.ReadAllAsync())
        {
            try
            {
                await news();
            }
            catch (Exception exception)
            {
                // Sends there find out by themselves, and the next news is worth another try.
                LogLost(exception.Message);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "A change of where the bot may write was not noted: {Reason}")]
    private partial void LogLost(string reason);
}
