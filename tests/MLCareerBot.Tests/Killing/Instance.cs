using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Tests.Worker;

namespace MLCareerBot.Tests.Killing;

/// <summary>The built program, which is killed and started again. Signals go to this process alone.</summary>
internal sealed class Instance(Executable program) : IDisposable
{
    private const int SigStop = 19;
    private const int SigTerm = 15;
    private const int SigContinue = 18;

    // For a program that hangs; no test waits for it otherwise.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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

    /// <summary>A program on both platforms.</summary>
    /// <param name="store">What it remembers.</param>
    /// <param name="lease">How long it may keep what it sends.</param>
    /// <param name="discord">Where it talks, by whatever way its settings say.</param>
    /// <param name="slack">The same.</param>
    /// <param name="changes">Settings that differ.</param>
    public static Instance Of(IKillStore store, TimeSpan lease, FakeDiscord discord, FakeSlack slack, params IReadOnlyList<(string Name, string Value)> changes)
    {
        var program = new Executable();
        foreach (var (name, value) in (IEnumerable<(string, string)>)
        [
            .. store.Settings.Select(setting => (setting.Key, setting.Value)),
            ("Discord__Token", discord.Token),
            ("Discord__ApiBaseUrl", discord.ApiBaseUrl.ToString()),
            ("Discord__StateDirectory", program.Folder),
            ("Slack__BotToken", slack.BotToken),
            ("Slack__AppToken", slack.AppToken),
            ("Slack__ApiBaseUrl", slack.ApiBaseUrl.ToString()),
            ("Tips__LeaseSeconds", $"{lease.TotalSeconds}"),
            .. changes,
        ])
        {
            program.Variables[name] = value;
        }

        return new(program);
    }

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

    /// <summary>Asks it to end.</summary>
    public void Terminate() => Signal(SigTerm);

    /// <summary>Waits until it has ended by itself; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var process = _process ?? throw new InvalidOperationException("It was never started.");
        using var patience = new CancellationTokenSource(Patience);
        await Executable.EndAsync(process, patience.Token);
        _process = null;
        return process.ExitCode;
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
