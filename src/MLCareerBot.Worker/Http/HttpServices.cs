using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MLCareerBot.Worker.Http;

/// <summary>Registers the HTTP server and its settings.</summary>
internal static class HttpServices
{
    public static IServiceCollection AddHttpServer(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptions.Validator>();
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        return services.AddHostedService<HttpServer>();
    }
}
