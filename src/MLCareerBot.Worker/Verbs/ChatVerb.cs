using System.CommandLine;
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

    private static async Task<int> RunAsync(bool asJson, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder();
        _ = asJson ? builder.Services.AddJsonChat() : builder.Services.AddConsoleChat();

        await builder.RunAsync(cancellationToken);
        return Invocation.Done;
    }
}
