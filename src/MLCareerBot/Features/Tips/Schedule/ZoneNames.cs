using MLCareerBot.Commands;
using NodaTime;
using NodaTime.TimeZones;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>
/// Reads what people write for a time zone. Only zones of the IANA database will do: an abbreviation such as EST, or an
/// offset such as UTC+1, is wrong for half the year.
/// </summary>
internal static class ZoneNames
{
    private const int MostMeant = 3;
    private const string Utc = "UTC";

    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;

    /// <summary>Where many people live; these are offered first.</summary>
    private static readonly string[] Known =
    [
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Toronto", "America/Sao_Paulo",
        "Asia/Kolkata", "Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Dublin", "Europe/Athens", "Europe/Istanbul", "Africa/Lagos", "Africa/Johannesburg", "Africa/Cairo",
        "Asia/Karachi", "Asia/Dhaka", "Asia/Dubai", "Asia/Jerusalem", "Asia/Singapore", "Asia/Shanghai", "Asia/Manila", "Asia/Tokyo", "Asia/Seoul",
        "Australia/Sydney", "Australia/Perth", "Pacific/Auckland",
    ];

    /// <summary>All ids that are taken, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Source.GetIds().Where(IsPlace).Append(Utc).Order(StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, string> ById = All.ToDictionary(id => id, id => id, StringComparer.OrdinalIgnoreCase);

    private static readonly ILookup<string, string> ByCity = All.ToLookup(id => id[(id.LastIndexOf('/') + 1)..], StringComparer.OrdinalIgnoreCase);

    private static readonly ILookup<string, string> ByCountry = Source.ZoneLocations!.ToLookup( // The data shipped with the library has them.
        place => place.CountryName.Replace(' ', '_'), place => place.ZoneId, StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<HashSet<string>> Abbreviations = new(() => All
        .SelectMany(id => Source.ForId(id).GetZoneIntervals(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0)))
        .Select(interval => interval.Name)
        .Where(name => name.All(char.IsAsciiLetter))
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>True for what can only be meant as a zone, though it may be none.</summary>
    public static bool LooksLikeOne(string text) =>
        text.Trim().Replace(' ', '_') is var name
        && (ById.ContainsKey(name) || ByCity.Contains(name) || ByCountry.Contains(name) || Abbreviations.Value.Contains(name)
            || (text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)) || OffsetText.Read(name) is not null);

    /// <param name="text">What was written.</param>
    /// <param name="now">Decides about abbreviations and offsets, which change.</param>
    public static ZoneReading Read(string text, Instant now)
    {
        var name = text.Trim().Replace(' ', '_');
        return ById.TryGetValue(name, out var id) ? new ZoneReading.Known(id)
            : Only(ByCity[name]) is { } city ? new ZoneReading.Known(city)
            : ByCity[name].Any() ? Meant(ByCity[name].OrderBy(Rank), "There are several places of that name.")
            : Only(ByCountry[name]) is { } country ? new ZoneReading.Known(country)
            : ByCountry[name].Any() ? Meant(ByCountry[name].OrderBy(Rank), "That country has several time zones.")
            : Abbreviated(name, now) is [_, ..] abbreviated ? Meant(abbreviated.OrderBy(Rank), "An abbreviation is right for a part of the year, or of the world, only.")
            : OffsetText.Read(name) is { } offset ? Meant(At(offset, now).OrderBy(Rank), "A fixed offset goes wrong when clocks are changed.")
            : Meant(Completion.Of(Known.Concat(All).Distinct(StringComparer.Ordinal), text, id => [id, id[(id.LastIndexOf('/') + 1)..]]), "I don't know that time zone.");
    }

    private static bool IsPlace(string id) => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal);

    // Two names of one zone are no choice.
    private static string? Only(IEnumerable<string> ids)
    {
        var found = ids.ToList();
        return found.Select(id => Source.CanonicalIdMap[id]).Distinct(StringComparer.Ordinal).Count() == 1 ? found.OrderBy(id => id != Source.CanonicalIdMap[id]).First() : null;
    }

    private static ZoneReading.Meant Meant(IEnumerable<string> ids, string why) =>
        new([.. ids.DistinctBy(id => Source.CanonicalIdMap[id], StringComparer.Ordinal).Take(MostMeant)], why);

    private static int Rank(string id) => Array.IndexOf(Known, id) is >= 0 and var rank ? rank : Known.Length;

    // "EST5EDT" is what some systems call their own zone.
    private static List<string> Abbreviated(string name, Instant now)
    {
        var letters = string.Concat(name.TakeWhile(char.IsAsciiLetter));
        var isSystems = letters.Length == 3 && name.Length > 3 && char.IsAsciiDigit(name[3]);
        return letters.Length is < 2 or > 5 || (letters.Length < name.Length && !isSystems) ? [] : [.. All.Where(id => HasName(id, letters, now))];
    }

    private static bool HasName(string id, string abbreviation, Instant now) => Source.ForId(id) is var zone
        && new[] { now, now + Duration.FromDays(91), now + Duration.FromDays(182), now + Duration.FromDays(273) }
            .Any(instant => zone.GetZoneInterval(instant).Name.Equals(abbreviation, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> At(Offset offset, Instant now) => All.Where(id => id != Utc && Source.ForId(id).GetUtcOffset(now) == offset);
}
