using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;
using static System.FormattableString;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>import</c>: reads such a file into an empty store.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file." }.WithoutOptions();
        var verb = new Command("import", "Reads what export wrote into an empty store.") { file };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(file), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        using var host = BotHost.CreateBuilder().BuildChecked();
        var store = host.Services.GetRequiredService<StoreMove>();
        var rows = await ProgressBar.ShowAsync("Importing", progress => store.ImportAsync(file, progress, cancellationToken));

        Console.WriteLine(Invariant($"{rows} rows were read from {TerminalText.Of(file)}."));
        return Invocation.Done;
    }
}
