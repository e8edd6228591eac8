using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MLCareerBot.Operations;

/// <summary>Makes all checks, one after the other.</summary>
/// <param name="services">Holds the checks; asked late, because a platform's may stand on the router that leads here.</param>
/// <param name="logger">Told of checks that break down.</param>
public sealed partial class Doctor(IServiceProvider services, ILogger<Doctor> logger)
{
    /// <summary>What the checks find, check by check.</summary>
    /// <param name="isOffline">True if nothing may be asked over the network.</param>
    /// <param name="cancellationToken">Ends the examination.</param>
    public async IAsyncEnumerable<Finding> ExamineAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in services.GetServices<IDoctorCheck>())
        {
            foreach (var finding in await MakeAsync(check, isOffline, cancellationToken))
            {
                yield return finding;
            }
        }
    }

    private async Task<List<Finding>> MakeAsync(IDoctorCheck check, bool isOffline, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        try
        {
            await foreach (var finding in check.CheckAsync(isOffline, cancellationToken))
            {
                findings.Add(finding);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A bug in one check must not keep the others from being made.
            LogCheckFailed(exception, check.Name);
            findings.Add(new(FindingKind.Bad, $"{check.Name}: the check itself broke down.", "Report it with what the log says."));
        }

        return findings;
    }

    [LoggerMessage(3, LogLevel.Error, "The check of {Name} failed.")]
    private partial void LogCheckFailed(Exception exception, string name);
}
