using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>The platforms by name; asked late, because they stand on the router that leads here.</summary>
internal sealed class Platforms(IServiceProvider services)
{
    /// <summary>Null for a platform that does not run here.</summary>
    public IChatPlatform? Find(string name) => services.GetServices<IChatPlatform>().FirstOrDefault(platform => platform.Name == name);
}
