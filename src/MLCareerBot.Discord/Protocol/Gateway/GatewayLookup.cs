using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Asks where the gateway is and how many sessions may still be begun, and remembers the last answer.</summary>
internal sealed class GatewayLookup(
    Func<CancellationToken, Task<GatewayInfo>> getInfo, Uri api, TimeProvider clock, Jitter jitter, ILogger logger)
{
    private static readonly TimeSpan LeastReset = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostReset = TimeSpan.FromHours(24);

    private GatewayInfo? _known;

    /// <summary>The last answer.</summary>
    public GatewayInfo Known => _known ?? throw new InvalidOperationException("Nobody has asked yet.");

    /// <summary>Asks until there is a first answer.</summary>
    public async Task<GatewayInfo> FirstAsync(Action<string> onWait, CancellationToken cancellationToken)
    {
        var wait = new ReconnectWait(jitter);
        while (true)
        {
            if (await TryAskAsync(cancellationToken) is { } info)
            {
                return info;
            }

            onWait("Discord does not say where its gateway is; it is asked again soon.");
            await Task.Delay(wait.After(GatewayReaction.Resume, TimeSpan.Zero), clock, cancellationToken);
        }
    }

    /// <summary>Comes back once Discord allows another session, with the address for it.</summary>
    public async Task<Uri> SessionAsync(Action<string> onWait, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The old answer will do where a new one cannot be had: our own budget is the stricter one.
            var info = await TryAskAsync(cancellationToken) ?? Known;
            if (info.Remaining > 0)
            {
                return info.Url;
            }

            var reset = TimeSpan.FromTicks(Math.Clamp(info.ResetAfter.Ticks, LeastReset.Ticks, MostReset.Ticks));
            onWait($"Discord allows no new session before {clock.GetUtcNow() + reset:u}.");
            await Task.Delay(reset, clock, cancellationToken);
        }
    }

    private async Task<GatewayInfo?> TryAskAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _known = Checked(await getInfo(cancellationToken));
        }
        catch (Exception exception) when (exception is not PlatformStoppedException && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, REST may be back before the next time.
            logger.NoGatewayInfo(exception.Message);
            return null;
        }
    }

    private GatewayInfo Checked(GatewayInfo info) => GatewayAddress.IsAllowed(info.Url, api)
        ? info
        : throw new DiscordGatewayStoppedException(
            $"The gateway's address that {api.Host} names is not Discord's, and the token does not go there: check Discord:ApiBaseUrl.");
}
