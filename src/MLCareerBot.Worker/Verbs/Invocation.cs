using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Verbs;

/// <summary>Runs what was asked for on the command line, and turns what goes wrong into an exit code.</summary>
internal static class Invocation
{
    /// <summary>It did what was asked.</summary>
    public const int Done = 0;

    /// <summary>It looked and found faults, or could not start.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for makes no sense.</summary>
    public const int WrongUsage = 2;

    // EPIPE, the same number on Linux and macOS.
    private const int BrokenPipe = 32;

    /// <summary>The exit code of the verb in the arguments.</summary>
    public static async Task<int> RunAsync(this RootCommand menu, string[] arguments)
    {
        // "@" begins mentions here, not the names of files with further arguments.
        var call = menu.Parse(arguments, new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (call.Errors.Count > 0)
        {
            await call.InvokeAsync(new() { Output = Console.Error });
            return WrongUsage;
        }

        try
        {
            // The host handles signals, and a bug should look like one.
            return await call.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception exception) when (exception is SetupException or PlatformStoppedException or OptionsValidationException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(InOneLineEach(string.Join(' ', Messages(exception))));
            return Failed;
        }
        catch (Exception exception) when (exception is StoreUnusableException or StoreUnavailableException)
        {
            // Complete as it is; what is inside may name servers and users.
            await Console.Error.WriteLineAsync(TerminalText.Of(exception.Message));
            return Failed;
        }
        catch (IOException exception) when (exception.HResult == BrokenPipe)
        {
            // Whoever read the output has read enough.
            return Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, a closed stream, settings that may not be read.
            await Console.Error.WriteLineAsync($"A file or stream failed: {TerminalText.Of(exception.Message)}");
            return Failed;
        }
    }

    private static string InOneLineEach(string text) => string.Join('\n', text.Split('\n').Select(TerminalText.Of));

    // Of settings that are no JSON, only the innermost exception knows the line.
    private static IEnumerable<string> Messages(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            // It counts lines from zero, and explains itself in terms of its reader.
            yield return exception is JsonException { LineNumber: { } line }
                ? FormattableString.Invariant($"Line {line + 1} is not as JSON has it; appsettings.example.json shows the form.")
                : exception.Message;
        }
    }
}
