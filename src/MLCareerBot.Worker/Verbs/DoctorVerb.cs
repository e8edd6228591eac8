using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Discord;
using MLCareerBot.Operations;
using MLCareerBot.Slack;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>doctor</c>: looks at everything that the program stands on, and says how to mend what is broken.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        var offline = new Option<bool>("--offline") { Description = "Ask nothing over the network." };
        var verb = new Command("doctor", "Looks for what is broken and says how to mend it.") { offline };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetValue(offline), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(bool isOffline, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder();
        builder.Services.AddDiscordOperations();
        builder.Services.AddSlackOperations();
        try
        {
            using var host = builder.BuildChecked();
            return await ExamineAsync(host.Services.GetRequiredService<Doctor>(), isOffline, cancellationToken);
        }
        catch (OptionsValidationException exception)
        {
            // With wrong settings, nothing else can be looked at.
            exception.Failures.ToList().ForEach(failure => Print(new(FindingKind.Bad, failure)));
            return Invocation.Failed;
        }
    }

    private static async Task<int> ExamineAsync(Doctor doctor, bool isOffline, CancellationToken cancellationToken)
    {
        var isWell = true;
        await foreach (var finding in doctor.ExamineAsync(isOffline, cancellationToken))
        {
            Print(finding);
            isWell &= finding.Kind is not FindingKind.Bad;
        }

        return isWell ? Invocation.Done : Invocation.Failed;
    }

    private static void Print(Finding finding)
    {
        Console.WriteLine($"{finding.Mark} {TerminalText.Of(finding.Text)}");
        if (finding.Fix is { } fix)
        {
            Console.WriteLine($"  {TerminalText.Of(fix)}");
        }
    }
}
