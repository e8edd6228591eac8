using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Keeps one shard connected: connection after connection, with the same session while Discord holds it.</summary>
internal sealed class Shard(int number, GatewayRun run)
{
    // After this many failures the address for resuming may be the reason.
    private const int ResumeUrlTries = 3;

    private readonly GatewaySession _session = new();
    private readonly ReconnectWait _wait = new(run.Jitter);

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="PlatformStoppedException">Trying again would not help.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (ending, lived) = await ConnectAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (ending.Next == GatewayReaction.Stop)
            {
                throw new DiscordGatewayStoppedException(ending.Why, ending.Code);
            }

            if (ending.Next is GatewayReaction.Identify or GatewayReaction.IdentifyLater)
            {
                _session.Forget();
            }

            await PauseAsync(ending, _wait.After(ending.Next, lived), cancellationToken);
        }
    }

    private async Task<(GatewayEnding Ending, TimeSpan Lived)> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_session.Id is not null)
        {
            return await new ShardConnection(number, run, _session, turn: null).RunAsync(ResumeUrl(), cancellationToken);
        }

        // Also where READY named no session to resume: what is left of it must not get into the next.
        _session.Forget();
        using var turn = await run.Gate.EnterAsync(number, Wait, cancellationToken);
        return await new ShardConnection(number, run, _session, turn).RunAsync(turn.Url, cancellationToken);
    }

    private Uri ResumeUrl()
    {
        var first = run.Lookup.Known.Url;
        if (_session.ResumeUrl is not { } url || _wait.Failures >= ResumeUrlTries)
        {
            return first;
        }

        if (!GatewayAddress.IsAllowed(url, run.Options.ApiBaseUrl))
        {
            run.Logger.ResumeAddressRefused(number);
            return first;
        }

        return url;
    }

    private async Task PauseAsync(GatewayEnding ending, TimeSpan wait, CancellationToken cancellationToken)
    {
        run.Logger.Reconnecting(number, ending.Why, wait);
        Wait($"{ending.Why} The next try is in {Math.Ceiling(wait.TotalSeconds)} s.");
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, run.Clock, cancellationToken);
        }
    }

    private void Wait(string why) => run.Tell(number, new(PlatformState.Reconnecting, why));
}
