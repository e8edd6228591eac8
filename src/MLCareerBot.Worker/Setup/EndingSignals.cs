using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Worker.Setup;

/// <summary>
/// Ends the program at once when it is told to end a second time. The host, which ends well at the first, ignores the
/// second: https://learn.microsoft.com/dotnet/core/extensions/generic-host#host-shutdown. Nothing is lost by it that
/// would not be lost by a kill.
/// </summary>
internal sealed partial class EndingSignals(ILogger<EndingSignals> logger) : IHostedService, IDisposable
{
    /// <summary>What shells report of a program that ended by a signal, less the signal's number.</summary>
    private const int ExitCodeBase = 128;

    private static readonly (PosixSignal Signal, int Number)[] Signals = [(PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15)];

    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _told;

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
        if (Interlocked.Increment(ref _told) > 1)
        {
            Environment.Exit(ExitCodeBase + number);
        }

        LogEnding();
    }

    [LoggerMessage(1, LogLevel.Information, "Ending, once what is under way is finished; told a second time, at once.")]
    private partial void LogEnding();
}
