using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Operations;
using MLCareerBot.Discord.Platform;
using MLCareerBot.Discord.Protocol.Gateway;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Operations;

namespace MLCareerBot.Discord;

/// <summary>Registers Discord's services.</summary>
public static class DiscordServices
{
    /// <summary>True if a token is set, so that Discord is wanted.</summary>
    public static bool HasDiscord(this IConfiguration settings) =>
        !string.IsNullOrWhiteSpace(settings[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"]);

    /// <summary>Adds the platform. Needs the bot's own services and a configuration.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services) => services
        .AddDiscordOperations()
        .AddSingleton(NewGateway)
        .AddSingleton<GuildRoster>()
        .AddSingleton<ClosedChannels>()
        .AddSingleton<OngoingWork>()
        .AddSingleton<Suggestions>()
        .AddSingleton<InteractionHandler>()
        .AddSingleton<MessageHandler>()
        .AddSingleton<DiscordDelivery>()
        .AddSingleton<DiscordSession>()
        .AddSingleton<EventIntake>()
        .AddSingleton<IChatPlatform, DiscordPlatform>();

    /// <summary>Adds what looks at Discord without living there: the doctor's check and the invitation.</summary>
    public static IServiceCollection AddDiscordOperations(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptions.Validator>();
        services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
        return services
            .AddSingleton(NewRest)
            .AddSingleton<DiscordApi>()
            .AddSingleton<CommandRegistration>()
            .AddSingleton(provider => new Invitation(provider.GetRequiredService<DiscordApi>()))
            .AddSingleton<IDoctorCheck, DiscordDoctorCheck>();
    }

    private static DiscordOptions Options(this IServiceProvider services) => services.GetRequiredService<IOptions<DiscordOptions>>().Value;

    private static DiscordRest NewRest(IServiceProvider services) => new(
        services.Options(),
        RestTransport.NewHandler(),
        services.GetRequiredService<TimeProvider>(),
        Random.Shared.NextDouble,
        services.GetRequiredService<ILogger<DiscordRest>>());

    private static GatewayClient NewGateway(IServiceProvider services)
    {
        var api = services.GetRequiredService<DiscordApi>();
        return new(
            services.Options(),
            async cancellationToken => (await api.GetGatewayAsync(cancellationToken)).ToInfo(),
            services.GetRequiredService<TimeProvider>(),
            new Random(),
            services.GetRequiredService<ILogger<GatewayClient>>());
    }
}
