using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;
using static System.FormattableString;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>import</c>: reads such a file into an empty store, or in place of what there is.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file." }.WithoutOptions();
        var replace = new Option<bool>("--replace") { Description = "Puts it in the place of what the bot remembers. Whoever had their data deleted since stays deleted, and tips that came since do not come again." };
        var verb = new Command("import", "Reads what export wrote into an empty store, or with --replace in place of what there is.") { file, replace };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(file), call.GetValue(replace), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string file, bool replaces, CancellationToken cancellationToken)
    {
        using var host = BotHost.CreateBuilder().BuildChecked();
        var store = host.Services.GetRequiredService<StoreMove>();
        var rows = await ProgressBar.ShowAsync("Importing", progress => store.ImportAsync(file, replaces, progress, cancellationToken));

        Console.WriteLine(Invariant($"{rows} rows were read from {TerminalText.Of(file)}."));
        return Invocation.Done;
    }
}
