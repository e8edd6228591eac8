using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>validate</c>: every fault of a pack, for its writers.</summary>
internal static class ValidateVerb
{
    public static Command Create()
    {
        var folder = new Argument<string?>("DIR") { Description = "The pack's folder; without it, the pack in use.", Arity = ArgumentArity.ZeroOrOne }.WithoutOptions();
        var verb = new Command("validate", "Checks a knowledge pack and names every fault with file and line.") { folder };
        verb.SetAction(call => Run(call.GetValue(folder)));
        return verb;
    }

    private static int Run(string? folder)
    {
        var reading = PackReader.Read(folder ?? FolderInUse());
        if (reading.Pack is not { } pack)
        {
            Console.WriteLine(string.Join('\n', reading.Faults));
            return Invocation.Failed;
        }

        Console.WriteLine(
            $"{pack.Name}: no faults in {pack.Sources.Count} sources, {pack.Topics.Count} topics, {pack.Facts.Count} facts, "
            + $"{pack.Skills.Count} skills, {pack.Tips.Count} tips and {pack.GoldenQuestions.Count} test questions.");
        return Invocation.Done;
    }

    private static string FolderInUse()
    {
        using var host = BotHost.CreateBuilder().BuildChecked();
        return host.Services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Folder();
    }
}
