using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
            builder.Services.AddConsoleChat();
        }

        await builder.RunAsync(cancellationToken);
        return Invocation.Done;
    }

    // A platform that is set up gets its line here.
    private static bool AddPlatforms(HostApplicationBuilder builder)
    {
        var (hasDiscord, hasSlack) = (builder.Configuration.HasDiscord(), builder.Configuration.HasSlack());
        if (hasDiscord)
        {
            builder.Services.AddDiscord();
        }

        if (hasSlack)
        {
            builder.Services.AddSlack();
        }

        if (!hasDiscord && !hasSlack)
        {
            return false;
        }

        builder.Services.AddHttpServer();

        // Nobody types here: the log may speak.
        builder.Logging.AddFilter("MLCareerBot", LogLevel.Information);
        return true;
    }
}
