using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Registers the REST API.</summary>
internal static class RestServices
{
    /// <summary>Adds <see cref="DiscordApi"/> and its settings, checked at the start. Adding it twice adds it once.</summary>
    public static IServiceCollection AddDiscordApi(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptions.Validator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(NewRest);
        services.TryAddSingleton<DiscordApi>();
        return services;
    }

    private static DiscordRest NewRest(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DiscordOptions>>().Value;
        return new(
            options,
            RestTransport.NewHandler(options.Api),
            services.GetRequiredService<TimeProvider>(),
            Random.Shared.NextDouble,
            services.GetRequiredService<ILogger<DiscordRest>>());
    }
}
