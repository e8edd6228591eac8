using System.CommandLine;
using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Trials;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>evaluate</c>: measures the matcher on a labelled set, without any pack.</summary>
internal static class EvaluateVerb
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A file of split (train, val, test), label (empty: out of scope) and text, separated by tabs.", Required = true };
        var json = JsonOption.Create();
        var verb = new Command("evaluate", "Measures the matcher on a labelled set.") { data, json };
        verb.SetAction(call => RunAsync(call.GetRequiredValue(data), call.GetValue(json)));
        return verb;
    }

    private static async Task<int> RunAsync(string file, bool asJson)
    {
        var rows = BenchmarkFile.Read(file);
        var report = await ProgressBar.ShowAsync("Training", progress => Task.FromResult(MatcherEvaluation.Run(rows, progress)));

        Console.WriteLine(asJson ? EvaluationFigures.Json(report) : new ConsoleRenderer(Screen.TextWidth, Screen.IsStyled).Render([EvaluationFigures.Table(report)]));
        return Invocation.Done;
    }
}
