using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>Registers the Web API.</summary>
internal static class WebServices
{
    /// <summary>Adds <see cref="SlackApi"/> and its settings, checked at the start. Adding it twice adds it once.</summary>
    public static IServiceCollection AddSlackApi(this IServiceCollection services)
    {
        services.AddOptions<SlackOptions>().BindConfiguration(SlackOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SlackOptions>, SlackOptions.Validator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(NewWeb);
        services.TryAddSingleton<SlackApi>();
        return services;
    }

    private static SlackWeb NewWeb(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<SlackOptions>>().Value,
        WebTransport.NewHandler(),
        services.GetRequiredService<TimeProvider>(),
        Random.Shared,
        services.GetRequiredService<ILogger<SlackWeb>>());
}
