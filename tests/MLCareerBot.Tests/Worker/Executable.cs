using System.Diagnostics;
using System.Text;

namespace MLCareerBot.Tests.Worker;

/// <summary>What a program did.</summary>
internal sealed record Ran(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The built program, started as its users start it, in a folder of its own and without the settings of this machine.</summary>
internal sealed class Executable : IDisposable
{
    // For a program that hangs; no test waits for it otherwise.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Executable() => Directory.CreateDirectory(Folder);

    /// <summary>The working directory, and the home.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "mlcareerbot-" + Guid.NewGuid().ToString("n"));

    /// <summary>Environment variables on top of those every program needs.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public Task<Ran> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public Task<Ran> PipeAsync(string input, params string[] arguments) => RunAsync(arguments, Utf8.GetBytes(input));

    public async Task<Ran> RunAsync(string[] arguments, byte[] input)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, patience.Token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It left without reading all.
        }

        await EndAsync(process, patience.Token);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program and leaves it to the caller.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MLCareerBot.Worker.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment[OperatingSystem.IsWindows() ? "APPDATA" : "HOME"] = Folder;
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    /// <summary>Writes a file into <see cref="Folder"/>.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllText(path, text);
        return path;
    }

    public static async Task EndAsync(Process process, CancellationToken patience)
    {
        try
        {
            await process.WaitForExitAsync(patience);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill();
            throw new TimeoutException("The program did not end.", exception);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
