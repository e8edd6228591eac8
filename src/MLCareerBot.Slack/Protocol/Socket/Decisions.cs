using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>The envelopes of a connection that are being decided about. None of them waits for another.</summary>
internal sealed class Decisions(SocketWire wire, EnvelopeHandler onEnvelope, TimeProvider clock, ILogger logger) : IDisposable
{
    // So many at the same time; beyond that, Slack's next message stays on the wire.
    private const int Most = 64;

    private readonly SemaphoreSlim _places = new(Most);
    private volatile bool _isClosed;

    /// <summary>Hands an envelope on. Comes back once there is a place for it, without waiting for the decision.</summary>
    public async Task BeginAsync(SlackEnvelope envelope, string id)
    {
        await _places.WaitAsync();
        _ = DecideAsync(envelope, id);
    }

    /// <summary>Comes back once nothing is being decided. What comes later could not be acknowledged, and is left to come again.</summary>
    public async Task CloseAsync()
    {
        for (var place = 0; place < Most; place++)
        {
            await _places.WaitAsync();
        }

        _isClosed = true;
        _places.Release(Most);
    }

    public void Dispose() => _places.Dispose();

    private async Task DecideAsync(SlackEnvelope envelope, string id)
    {
        try
        {
            if (!_isClosed && await onEnvelope(envelope).WaitAsync(EnvelopeAnswer.TimeLimit, clock) is { IsTaken: true } answer)
            {
                await wire.SendAsync(SocketFrame.Acknowledge(id, envelope.TakesPayload ? answer.Payload : null));
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            logger.NotAcknowledged(envelope.Kind);
        }
        catch (Exception failure)
        {
            // A stranger's failure must not take the connection down: Slack brings the envelope again.
            logger.NotTaken(failure, envelope.Kind);
        }
        finally
        {
            _places.Release();
        }
    }
}
