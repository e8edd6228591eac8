namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Keeps a connection alive and notices when the other side is not.</summary>
/// <param name="interval">From beat to beat, as Discord said in its hello.</param>
/// <param name="beat">Sends one; must not wait.</param>
/// <param name="silence">Called, as the last thing, when a beat was not answered before the next was due.</param>
internal sealed class Heartbeat(TimeSpan interval, Action beat, Action silence)
{
    private int _answered = 1;

    /// <summary>Discord answered.</summary>
    public void Answered() => Interlocked.Exchange(ref _answered, 1);

    /// <summary>Beats until cancelled or unanswered. The first beat is at a random time, so that clients do not beat together.</summary>
    public async Task RunAsync(Jitter jitter, TimeProvider clock, CancellationToken cancellationToken)
    {
        await Task.Delay(jitter.PartOf(interval), clock, cancellationToken);
        while (Interlocked.Exchange(ref _answered, 0) == 1)
        {
            beat();
            await Task.Delay(interval, clock, cancellationToken);
        }

        silence();
    }
}
