using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MLCareerBot.Fakes;

/// <summary>Puts a <see cref="TamperedStream" /> under every WebSocket, so that a test can go beneath the protocol.</summary>
internal sealed class TamperingMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            context.Features.Set<IHttpUpgradeFeature>(new TamperedUpgrade(context, upgrade));
        }

        return next(context);
    }

    private sealed class TamperedUpgrade(HttpContext context, IHttpUpgradeFeature upgrade) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync()
        {
            var wire = new TamperedStream(await upgrade.UpgradeAsync());
            context.Features.Set(wire);
            return wire;
        }
    }
}
