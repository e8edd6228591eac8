using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Worker.Setup;

/// <summary>
/// Ends the program at once when it is told to end once more, a second later or after that. The host, which ends well at
/// the first time, ignores the others: https://learn.microsoft.com/dotnet/core/extensions/generic-host#host-shutdown.
/// Nothing is lost by it that would not be lost by a kill.
/// </summary>
internal sealed partial class EndingSignals(TimeProvider clock, ILogger<EndingSignals> logger) : IHostedService, IDisposable
{
    /// <summary>What shells report of a program that ended by a signal, less the signal's number.</summary>
    private const int ExitCodeBase = 128;

    /// <summary>One request often comes twice: to the program, and to its group or from whatever started it.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    private static readonly (PosixSignal Signal, int Number)[] Signals = [(PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15)];

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Lock _lock = new();
    private long? _firstTold;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _registrations.AddRange(Signals.Select(signal => PosixSignalRegistration.Create(signal.Signal, context => End(context, signal.Number))));
        return Task.CompletedTask;
    }

    // Listened to until the very end, for that is what may take too long.
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void End(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        if (IsFirst())
        {
            LogEnding();
        }
        else if (clock.GetElapsedTime(_firstTold ?? 0) >= Apart)
        {
            Environment.Exit(ExitCodeBase + number);
        }
    }

    private bool IsFirst()
    {
        lock (_lock)
        {
            var isFirst = _firstTold is null;
            _firstTold ??= clock.GetTimestamp();
            return isFirst;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Ending, once what is under way is finished; told once more after a second, at once.")]
    private partial void LogEnding();
}
