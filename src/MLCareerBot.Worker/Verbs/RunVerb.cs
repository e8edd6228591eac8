using System.CommandLine;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary>No verb: every platform that is set up, and a conversation in this terminal when none is.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(ParseResult call, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder();
        builder.Services.AddConsoleChat();

        await builder.RunAsync(cancellationToken);
        return Invocation.Done;
    }
}
