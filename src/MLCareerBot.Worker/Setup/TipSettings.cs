using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Features.Tips;

namespace MLCareerBot.Worker.Setup;

/// <summary>Registers the settings of daily tips.</summary>
internal static class TipSettings
{
    public static IServiceCollection AddTipSettings(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<TipOptions>, Validator>();
        services.AddOptions<TipOptions>().BindConfiguration(TipOptions.Section).ValidateOnStart();
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<TipOptions>>().Value);
    }

    private sealed class Validator : IValidateOptions<TipOptions>
    {
        public ValidateOptionsResult Validate(string? name, TipOptions options) =>
            options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
