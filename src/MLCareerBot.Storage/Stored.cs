using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace MLCareerBot.Storage;

/// <summary>How values stand in the database: instants as milliseconds since 1970, dates and times as text that sorts.</summary>
internal static class Stored
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static long Of(Instant instant) => instant.ToUnixTimeMilliseconds();

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string? Of(LocalDate? date) => date is { } day ? Of(day) : null;

    public static string Of(LocalTime time) => Minutes.Format(time);

    public static Instant Instant(long milliseconds) => NodaTime.Instant.FromUnixTimeMilliseconds(milliseconds);

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDate? DateOrNull(string? text) => text is null ? null : Date(text);

    public static LocalTime Time(string text) => Minutes.Parse(text).Value;

    /// <summary>A text from outside as every database takes it: PostgreSQL has no NUL, and neither has halves of characters.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Text(string? text) => text is null || IsPlain(text) ? text : Mend(text);

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal);

    // Halves are read as U+FFFD.
    private static string Mend(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0).Select(rune => rune.ToString()));
}
