using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Commands;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;
using Command = System.CommandLine.Command;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>ask</c>: one question, one answer.</summary>
internal static class AskVerb
{
    public static Command Create()
    {
        var question = new Argument<string>("question") { Description = "The question, in quotes." }.WithoutOptions();
        question.Refuse(string.IsNullOrWhiteSpace, "Say what to ask, in quotes.");
        var json = JsonOption.Create();
        var verb = new Command("ask", "Answers one question.") { question, json };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(question), call.GetValue(json), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string question, bool asJson, CancellationToken cancellationToken)
    {
        using var host = BotHost.CreateBuilder().BuildChecked();
        var router = host.Services.GetRequiredService<CommandRouter>();
        var reply = await router.RespondAsync(ConsolePlatform.Question("ask", question), cancellationToken);

        Console.WriteLine(asJson ? JsonReply.Line(question, reply) : new ConsoleRenderer(Screen.TextWidth, Screen.IsStyled).Render(reply));
        return Invocation.Done;
    }
}
