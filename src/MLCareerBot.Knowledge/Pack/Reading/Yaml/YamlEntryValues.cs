using System.Globalization;

namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>Fields that are more than just text.</summary>
internal static class YamlEntryValues
{
    /// <summary>A text of at most so many characters.</summary>
    public static string Text(this YamlEntry entry, string name, int limit)
    {
        var (text, line) = entry.Written(name);
        if (text.Length > limit)
        {
            entry.Fault(line, $"'{name}' has {text.Length:N0} characters; shorten it to {limit}.");
        }

        return text;
    }

    /// <summary>A lower-case name that people type.</summary>
    public static string Name(this YamlEntry entry, string name)
    {
        var (text, line) = entry.Written(name);
        if (text.Length > 0 && !IdForm.IsName(text))
        {
            entry.Fault(line, $"{Wording.Quote(text)} is no name that can be typed; {IdForm.NameRule}.");
        }

        return text;
    }

    /// <summary>One of a few words.</summary>
    public static string Choice(this YamlEntry entry, string name, params IReadOnlyList<string> choices)
    {
        var (text, line) = entry.Written(name);
        if (text.Length > 0 && !choices.Contains(text, StringComparer.Ordinal))
        {
            entry.Fault(line, $"'{name}' must be {string.Join(" or ", choices)}, and not {Wording.Quote(text)}.");
        }

        return text;
    }

    /// <summary>An optional true or false; false unless said.</summary>
    public static bool Flag(this YamlEntry entry, string name)
    {
        if (entry.OptionalWritten(name) is not { Text: not "" } written)
        {
            return false;
        }

        if (written.Text is not ("true" or "false"))
        {
            entry.Fault(written.Line, $"'{name}' must be true or false, and not {Wording.Quote(written.Text)}.");
        }

        return written.Text is "true";
    }

    public static DateOnly Date(this YamlEntry entry, string name)
    {
        var (text, line) = entry.Written(name);
        if (!TryReadDate(text, out var date) && text.Length > 0)
        {
            entry.Fault(line, $"'{name}' must be a date like 2026-11-21, and not {Wording.Quote(text)}.");
        }

        return date;
    }

    /// <summary>A day, a month, a year, or <c>undated</c>.</summary>
    public static string DateOrUndated(this YamlEntry entry, string name)
    {
        var (text, line) = entry.Written(name);
        if (text is not ("" or "undated") && !TryReadDate(text, out _) && !TryReadDate(text + "-01", out _) && !TryReadDate(text + "-01-01", out _))
        {
            entry.Fault(line, $"'{name}' must be a date like 2026-11-21, 2026-11 or 2026, or undated, and not {Wording.Quote(text)}.");
        }

        return text;
    }

    private static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
