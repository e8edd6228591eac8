using NodaTime;

namespace MLCareerBot.Features.Tips;

/// <summary>How daily tips are delivered.</summary>
public sealed class TipOptions
{
    /// <summary>Its section of the settings.</summary>
    public const string Section = "Tips";

    /// <summary>How late a tip may still be sent, in hours and on its own day; a later one is left out.</summary>
    public int CatchUpHours { get; set; } = 6;

    /// <summary>What to do about a tip that may have been sent, where the platform does not let the bot look: <c>skip</c> or <c>resend</c>.</summary>
    public string OnUnknown { get; set; } = "skip";

    /// <summary>How long one of several instances may keep a tip that it sends; after that another takes it over.</summary>
    public int LeaseSeconds { get; set; } = 30;

    internal Duration CatchUp => Duration.FromHours(CatchUpHours);

    internal bool ResendsUnknown => OnUnknown.Trim().Equals("resend", StringComparison.OrdinalIgnoreCase);

    internal Duration Lease => Duration.FromSeconds(LeaseSeconds);

    /// <summary>What is wrong with the values, for the operator; null where nothing is.</summary>
    public string? Fault() =>
        CatchUpHours is < 1 or > 24 ? $"Tips:CatchUpHours is {CatchUpHours}. Set it to a number from 1 to 24, or remove it."
        : LeaseSeconds is < 5 or > 300 ? $"Tips:LeaseSeconds is {LeaseSeconds}. Set it to a number from 5 to 300, or remove it."
        : !ResendsUnknown && !OnUnknown.Trim().Equals("skip", StringComparison.OrdinalIgnoreCase) ? "Tips:OnUnknown must be skip or resend."
        : null;
}
