using System.Diagnostics;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A script of <c>tests/peers</c> while it runs; it does not outlive the test.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private PeerProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static PeerProcess Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(PeerFactAttribute.Node!, [script, .. arguments]) // The test is skipped without it.
        {
            WorkingDirectory = PeerFactAttribute.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new(Process.Start(start)!); // Null only for shell documents.
    }

    /// <summary>Waits for the end: exit code and all that was printed.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync(TimeSpan timeout)
    {
        using var late = new CancellationTokenSource(timeout);
        await _process.WaitForExitAsync(late.Token);
        return (_process.ExitCode, await _output + await _errors);
    }

    /// <summary>Waits for something that the peer brings about. A peer that ends before it fails the test, with what it said.</summary>
    public async Task BringsAboutAsync(Task wanted)
    {
        if (await Task.WhenAny(wanted, _process.WaitForExitAsync()) != wanted)
        {
            Assert.Fail($"The peer ended with {_process.ExitCode}: {await _output}{await _errors}");
        }

        await wanted;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
