using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Operations;
using MLCareerBot.Slack.Operations;
using MLCareerBot.Slack.Platform;
using MLCareerBot.Slack.Protocol.Http;
using MLCareerBot.Slack.Protocol.Socket;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack;

/// <summary>Registers Slack's services.</summary>
public static class SlackServices
{
    /// <summary>True if any token or secret is set, so that Slack is wanted; half of them is a mistake that is named at the start.</summary>
    public static bool HasSlack(this IConfiguration settings)
    {
        string? Setting(string name) => settings[$"{SlackOptions.Section}:{name}"];
        var options = new SlackOptions
        {
            BotToken = Setting(nameof(SlackOptions.BotToken)),
            AppToken = Setting(nameof(SlackOptions.AppToken)),
            SigningSecret = Setting(nameof(SlackOptions.SigningSecret)),
        };
        return options.Bot.Length + options.App.Length + options.Secret.Length > 0;
    }

    /// <summary>True if the program listens over HTTP, as HTTP mode needs; <c>;</c> alone is no address.</summary>
    internal static bool ListensOverHttp(this IConfiguration settings) => settings["Http:Urls"]?.Trim(' ', ';') is { Length: > 0 };

    /// <summary>Adds the platform. Needs the bot's own services and a configuration.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services) => services
        .AddSlackOperations()
        .AddSingleton<SlackSession>()
        .AddSingleton<ClosedChannels>()
        .AddSingleton<OngoingWork>()
        .AddSingleton<AdminRights>()
        .AddSingleton<SlackPeople>()
        .AddSingleton<Respondent>()
        .AddSingleton<CallerAnswer>()
        .AddSingleton<AskForm>()
        .AddSingleton<VerbForm>()
        .AddSingleton<CommandHandler>()
        .AddSingleton<ClickHandler>()
        .AddSingleton<ShortcutHandler>()
        .AddSingleton<HomeHandler>()
        .AddSingleton<AssistantHandler>()
        .AddSingleton<MessageHandler>()
        .AddSingleton<EventReader>()
        .AddSingleton<EnvelopeIntake>()
        .AddSingleton<SlackDelivery>()
        .AddSingleton(NewSockets)
        .AddSingleton(NewHttpIntake)
        .AddSingleton<IChatPlatform, SlackPlatform>();

    /// <summary>Adds what looks at Slack without living there: the doctor's check.</summary>
    public static IServiceCollection AddSlackOperations(this IServiceCollection services) => services
        .AddSlackApi()
        .AddSingleton<IDoctorCheck, SlackDoctorCheck>();

    private static SocketModeClient NewSockets(IServiceProvider services) => new(
        services.GetRequiredService<SlackApi>().OpenConnectionAsync,
        services.GetRequiredService<TimeProvider>(),
        new Random(),
        services.GetRequiredService<ILogger<SocketModeClient>>());

    private static SlackHttpIntake NewHttpIntake(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<SlackOptions>>().Value,
        services.GetRequiredService<EnvelopeIntake>().TakeAsync,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<SlackHttpIntake>>());
}
