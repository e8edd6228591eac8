using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>Writes the ends of deliveries down, as many as there are in one transaction; tries until the store takes them.</summary>
internal sealed partial class SettlementQueue(IDeliveryLedger ledger, TimeProvider clock, ILogger<SettlementQueue> logger)
{
    private const int Most = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<(Settlement Settlement, TaskCompletionSource Done)> _queue =
        Channel.CreateUnbounded<(Settlement, TaskCompletionSource)>(new() { SingleReader = true });

    /// <summary>Comes back when it is written. What is given up is taken up again after its lease, as one that may be there.</summary>
    public async Task SettleAsync(Settlement settlement, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((settlement, done), cancellationToken);
        await done.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Writes until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await _queue.Reader.WaitToReadAsync(cancellationToken))
        {
            var batch = new List<(Settlement Settlement, TaskCompletionSource Done)>();
            while (batch.Count < Most && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await WriteAsync([.. batch.Select(item => item.Settlement)], cancellationToken);
            batch.ForEach(item => item.Done.SetResult());
        }
    }

    private async Task WriteAsync(List<Settlement> settlements, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await ledger.SettleAsync(settlements, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                if (isFirst)
                {
                    LogWaiting(settlements.Count, exception.Message);
                }

                await Task.Delay(Patience, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Count} ends of deliveries wait to be written: {Reason}")]
    private partial void LogWaiting(int count, string reason);
}
