using System.Numerics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Stands between the connections and whoever takes their events, so that slowness there never reaches a heartbeat.</summary>
internal sealed class DispatchQueue
{
    // Minutes of a busy bot. What is older than that is worthless: an interaction lives 3 s.
    private const int Most = 10_000;

    private readonly Action<GatewayDispatch> _onDispatch;
    private readonly ILogger _logger;
    private readonly Channel<GatewayDispatch> _waiting;
    private int _dropped;

    public DispatchQueue(Action<GatewayDispatch> onDispatch, ILogger logger)
    {
        (_onDispatch, _logger) = (onDispatch, logger);
        var oldestFirst = new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        _waiting = Channel.CreateBounded<GatewayDispatch>(oldestFirst, _ => CountDropped());
    }

    /// <summary>Queues an event; never waits.</summary>
    public void Add(GatewayDispatch dispatch) => _waiting.Writer.TryWrite(dispatch);

    /// <summary>Lets the events in the queue be the last.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Hands events on, in their order, until <see cref="Complete"/>.</summary>
    public async Task RunAsync()
    {
        await foreach (var dispatch in _waiting.Reader.ReadAllAsync())
        {
            HandOn(dispatch);
        }
    }

    private void CountDropped()
    {
        // One line for each doubling: whoever is too slow for events is too slow for lines about them.
        if (Interlocked.Increment(ref _dropped) is var count && BitOperations.IsPow2(count))
        {
            _logger.Dropped(count);
        }
    }

    private void HandOn(GatewayDispatch dispatch)
    {
        try
        {
            _onDispatch(dispatch);
        }
        catch (Exception exception)
        {
            // Somebody else's fault with one event must not cost the others.
            _logger.NotHandedOn(exception, dispatch.Type);
        }
    }
}
