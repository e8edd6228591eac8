using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;
using static System.FormattableString;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>export</c>: writes all that is remembered to a file.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file; there must be none." }.WithoutOptions();
        var verb = new Command("export", "Writes all that the bot remembers to a file, for a backup or to move it.") { file };
        verb.SetAction((call, cancellationToken) => RunAsync(call.GetRequiredValue(file), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellationToken)
    {
        using var host = BotHost.CreateBuilder().BuildChecked();
        var store = host.Services.GetRequiredService<StoreMove>();
        var rows = await ProgressBar.ShowAsync("Exporting", progress => store.ExportAsync(file, progress, cancellationToken));

        Console.WriteLine(Invariant($"{rows} rows were written to {TerminalText.Of(file)}."));
        return Invocation.Done;
    }
}
