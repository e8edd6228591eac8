namespace MLCareerBot.Commands;

/// <summary>Reads values that a platform has apart, by option name: a slip in a choice is mended, nothing is looked for in text.</summary>
internal static class OptionFields
{
    /// <summary>The values by option name, or null if they don't fit the verb.</summary>
    public static IReadOnlyDictionary<string, string>? Read(Command command, IReadOnlyDictionary<string, string> fields)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, field) in fields)
        {
            if (command.Options.FirstOrDefault(option => option.Name == name) is not { } option)
            {
                return null;
            }

            if (!string.IsNullOrWhiteSpace(field))
            {
                values[name] = ValueOf(option, field.Trim()) ?? "";
            }
        }

        var isComplete = command.Options.All(option => !option.IsRequired || values.ContainsKey(option.Name));
        return isComplete && !values.ContainsValue("") ? values : null;
    }

    private static string? ValueOf(CommandOption option, string field) =>
        NearName.Find(field, option.Choices.Concat(option.AlsoReads)) ?? (option.TakesText ? field : null);
}
