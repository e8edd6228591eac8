using NodaTime;
using NodaTime.Text;

namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>Reads offsets from UTC: <c>UTC+1</c>, <c>GMT-05:30</c>, <c>+2</c>.</summary>
internal static class OffsetText
{
    private static readonly OffsetPattern[] Patterns =
        [.. new[] { "+HH:mm", "+H:mm", "+HHmm", "+HH", "+H" }.Select(OffsetPattern.CreateWithInvariantCulture)];

    private static readonly string[] Prefixes = ["UTC", "GMT", "Etc/UTC", "Etc/GMT"];

    /// <summary>The offset, or null for what is none.</summary>
    public static Offset? Read(string text)
    {
        var prefix = Array.Find(Prefixes, prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) ?? "";
        return Patterns.Select(pattern => pattern.Parse(text[prefix.Length..])).FirstOrDefault(parsed => parsed.Success) is { Value: var offset } ? offset : null;
    }
}
