namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>What an id may look like: short enough for a button, plain enough to be typed.</summary>
internal static class IdForm
{
    public static bool IsValid(PackId kind, string id) => kind is PackId.Source or PackId.Step
        ? IsShort(id) && id.All(char.IsAsciiLetterOrDigit)
        : IsName(id);

    public static string Rule(PackId kind) => kind is PackId.Source or PackId.Step
        ? $"use letters and digits, at most {PackLimits.IdCharacters}"
        : NameRule;

    /// <summary>True for lower-case words joined by hyphens.</summary>
    public static bool IsName(string id) =>
        IsShort(id)
        && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && !id.StartsWith('-') && !id.EndsWith('-') && !id.Contains("--", StringComparison.Ordinal);

    public static string NameRule { get; } =
        $"use lower-case letters, digits and single hyphens between them, at most {PackLimits.IdCharacters}";

    private static bool IsShort(string id) => id.Length is > 0 and <= PackLimits.IdCharacters;
}
