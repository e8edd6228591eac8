using static System.FormattableString;

namespace MLCareerBot.Operations;

/// <summary>Looks at the clock and the time zones, which messages at a fixed time of day need.</summary>
internal sealed class ClockCheck(TimeProvider clock) : IDoctorCheck
{
    private const string SomeZone = "America/New_York";

    public string Name => "Clock";

    public IAsyncEnumerable<Finding> CheckAsync(bool isOffline, CancellationToken cancellationToken) =>
        new[] { Look() }.ToAsyncEnumerable();

    private Finding Look() => TimeZoneInfo.TryFindSystemTimeZoneById(SomeZone, out _)
        ? new(FindingKind.Good, Invariant($"The clock says {clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC, and time zones can be read."))
        : new(FindingKind.Bad, $"Time zones such as {SomeZone} cannot be read.", "Install the system's time zone data: the package is called tzdata.");
}
