using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;
using MLCareerBot.Worker.Trials;
using Command = System.CommandLine.Command;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>test</c>: asks questions whose outcome is known.</summary>
internal static class TestVerb
{
    private const string PackFile = "tests.tsv";

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = $"Questions separated by tabs from what they expect; without it, the pack's {PackFile}.", Arity = ArgumentArity.ZeroOrOne }.WithoutOptions();
        var verb = new Command("test", "Asks the test questions and names every one that is not answered as expected.") { file };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetValue(file), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string? file, CancellationToken cancellationToken)
    {
        using var host = BotHost.CreateBuilder().BuildChecked();
        var router = host.Services.GetRequiredService<CommandRouter>();
        var questions = file is null ? host.Services.GetRequiredService<KnowledgeBase>().Pack.GoldenQuestions : QuestionFile.Read(file);
        var results = await ProgressBar.ShowAsync("Asking", progress => AskAsync(router, questions, progress, cancellationToken));

        Report(file ?? PackFile, results);
        return results.All(result => result.HasPassed) ? Invocation.Done : Invocation.Failed;
    }

    private static async Task<List<QuestionResult>> AskAsync(
        CommandRouter router, IReadOnlyList<GoldenQuestion> questions, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var results = new List<QuestionResult>(questions.Count);
        foreach (var question in questions)
        {
            results.Add(new(question, await AskAsync(router, question, $"test {question.Line}", cancellationToken)));
            progress.Report((double)results.Count / questions.Count);
        }

        return results;
    }

    // Every question in a conversation of its own, so that none is understood through the one above it.
    private static async Task<QuestionOutcome> AskAsync(
        CommandRouter router, GoldenQuestion question, string conversation, CancellationToken cancellationToken)
    {
        if (question.After is { } before)
        {
            await router.RespondAsync(ConsolePlatform.Question(conversation, before), cancellationToken);
        }

        var reply = await router.RespondAsync(ConsolePlatform.Question(conversation, question.Question), cancellationToken);
        return reply.Outcome ?? new(OutcomeKind.Abstain, Topic: null, Suggestions: []);
    }

    private static void Report(string file, List<QuestionResult> results)
    {
        foreach (var failed in results.Where(result => !result.HasPassed))
        {
            Console.WriteLine($"{file}:{failed.Question.Line}: {TerminalText.Of(failed.Question.Question)}\n  expected {failed.Expected}; got {failed.Got}");
        }

        var passed = results.Count(result => result.HasPassed);
        Console.WriteLine($"\n{new ConsoleRenderer(Screen.TextWidth, Screen.IsStyled).Render([QuestionScores.Table(results)])}");
        Console.WriteLine($"\n{passed} of {results.Count} questions passed.");
    }
}
