using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>chat</c>: a conversation in this terminal.</summary>
internal static class ChatVerb
{
    public static Command Create()
    {
        var json = JsonOption.Create();
        var verb = new Command("chat", "Talks in this terminal, or line by line with a program.") { json };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetValue(json), cancellationToken));
        return verb;
    }

    /// <summary>Talks with the person at the terminal, and shows them the tips that come due meanwhile.</summary>
    public static async Task<int> TalkAsync(HostApplicationBuilder builder, CancellationToken cancellationToken)
    {
        builder.Services.AddConsoleChat();
        builder.AddPlatformWorker();
        builder.AddDailyTips();

        // Another program may have the store; whoever uses a verb that needs it is told.
        builder.Logging.AddFilter("MLCareerBot.Features.Tips", LogLevel.Error);
        await builder.RunAsync(cancellationToken);
        return Invocation.Done;
    }

    private static Task<int> RunAsync(bool asJson, CancellationToken cancellationToken) =>
        asJson ? AnswerAsync(BotHost.CreateBuilder(), cancellationToken) : TalkAsync(BotHost.CreateBuilder(), cancellationToken);

    private static async Task<int> AnswerAsync(HostApplicationBuilder builder, CancellationToken cancellationToken)
    {
        builder.Services.AddJsonChat();
        builder.AddPlatformWorker();
        await builder.RunAsync(cancellationToken);
        return Invocation.Done;
    }
}
