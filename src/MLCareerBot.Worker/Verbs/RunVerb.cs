using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Slack;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Http;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary>No verb: every platform that is set up, and a conversation in this terminal when none is.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(ParseResult call, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder();
        if (!AddPlatforms(builder))
        {
            return await ChatVerb.TalkAsync(builder, cancellationToken);
        }

        builder.Services.AddHostedService<StoreWorker>();
        builder.AddPlatformWorker();
        builder.AddDailyTips();
        await builder.RunAsync(cancellationToken);
        return Invocation.Done;
    }

    private static readonly (string Name, Predicate<IConfiguration> IsWanted, Action<IServiceCollection> Add)[] Platforms =
    [
        ("discord", settings => settings.HasDiscord(), services => services.AddDiscord()),
        ("slack", settings => settings.HasSlack(), services => services.AddSlack()),
    ];

    private static bool AddPlatforms(HostApplicationBuilder builder)
    {
        var wanted = Platforms.Where(platform => platform.IsWanted(builder.Configuration)).ToList();
        if (wanted.Count == 0)
        {
            return false;
        }

        foreach (var (name, _, add) in wanted)
        {
            // Alone, a platform with wrong settings stops the start; beside others, it is the only one to stop.
            if (wanted.Count > 1 && FaultOf(builder.Configuration, add) is { } fault)
            {
                builder.Services.AddSingleton<IChatPlatform>(new UnusablePlatform(name, fault));
            }
            else
            {
                add(builder.Services);
            }
        }

        builder.Services.AddHttpServer();

        // Nobody types here: the log may speak.
        builder.Logging.AddFilter("MLCareerBot", LogLevel.Information);
        return true;
    }

    private static string? FaultOf(IConfiguration settings, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection().AddSingleton(settings);
        add(services);
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            return exception.Message;
        }
    }
}
