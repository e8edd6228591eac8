using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Discord;
using MLCareerBot.Discord.Operations;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>invite discord</c>: the links with which people add the bot.</summary>
internal static class InviteVerb
{
    public static Command Create()
    {
        var discord = new Command("discord", "Prints the links that add the bot to a Discord server or to a person.");
        discord.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return new Command("invite", "Prints how to invite the bot.") { discord };
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder();
        if (!builder.Configuration.HasDiscord())
        {
            throw new SetupException("Discord:Token is not set. Create a bot at https://discord.com/developers/applications, reset its token, and set MLCAREERBOT_Discord__Token.");
        }

        builder.Services.AddDiscordOperations();
        using var host = builder.BuildChecked();
        Console.WriteLine(await host.Services.GetRequiredService<Invitation>().DescribeAsync(cancellationToken));
        return Invocation.Done;
    }
}
