using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
        new DiscordOptions { Token = settings[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"] }.BotToken.Length > 0;

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
        .AddSingleton<MessageInbox>()
        .AddSingleton<DiscordDelivery>()
        .AddSingleton<PlaceExaminer>()
        .AddSingleton<VerbForms>()
        .AddSingleton<DiscordSession>()
        .AddSingleton<EventIntake>()
        .AddSingleton<IChatPlatform, DiscordPlatform>();

    /// <summary>Adds what looks at Discord without living there: the doctor's check and the invitation.</summary>
    public static IServiceCollection AddDiscordOperations(this IServiceCollection services) => services
        .AddDiscordApi()
        .AddSingleton<CommandRegistration>()
        .AddSingleton(provider => new Invitation(provider.GetRequiredService<DiscordApi>()))
        .AddSingleton<IDoctorCheck, DiscordDoctorCheck>();

    private static GatewayClient NewGateway(IServiceProvider services)
    {
        var api = services.GetRequiredService<DiscordApi>();
        return new(
            services.GetRequiredService<IOptions<DiscordOptions>>().Value,
            async cancellationToken => (await api.GetGatewayAsync(cancellationToken)).ToInfo(),
            services.GetRequiredService<TimeProvider>(),
            new Random(),
            services.GetRequiredService<ILogger<GatewayClient>>());
    }
}
