using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MLCareerBot.Tests.Worker;

namespace MLCareerBot.Tests.Killing;

/// <summary>The built program, which is killed and started again. Signals go to this process alone.</summary>
internal sealed class Instance(Executable program) : IDisposable
{
    private const int SigStop = 19;
    private const int SigContinue = 18;

    private readonly List<string> _errors = [];
    private Process? _process;

    /// <summary>What it said to standard error, all lives together.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return [.. _errors];
            }
        }
    }

    public bool HasExited => _process is not { HasExited: false };

    public void Start()
    {
        _process = program.Start();
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Stops it as it is, for as long as the task that is waited for.</summary>
    public async Task PauseAsync(TimeSpan time)
    {
        Signal(SigStop);
        await Task.Delay(time);
        Signal(SigContinue);
    }

    public void Dispose()
    {
        if (_process is { } process)
        {
            process.Kill();
            process.Dispose();
        }

        program.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_errors)
        {
            if (line is not null && _errors.Count < 10_000)
            {
                _errors.Add(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss.fff} {line}"));
            }
        }
    }

    private void Signal(int signal)
    {
        if (_process is { HasExited: false } process && SendSignal(process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"The signal {signal} could not be sent.");
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
