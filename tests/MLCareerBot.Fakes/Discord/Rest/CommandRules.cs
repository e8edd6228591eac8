using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Discord's limits on the definitions of commands.</summary>
internal static partial class CommandRules
{
    private const int MostPerKind = 100;
    private const int MostOptions = 25;
    private const int MostCharacters = 8000;
    private const int SlashKind = 1;
    private const int ChannelKind = 7;

    public static Answer? CheckAll(JsonNode? body)
    {
        var errors = new FormErrors();
        if (body is not JsonArray commands)
        {
            errors.Add("_", "BASE_TYPE_LIST", "Only a list is allowed.");
            return errors.ToAnswer();
        }

        var names = new HashSet<(string?, long)>();
        foreach (var (index, command) in commands.Index())
        {
            Check(command, $"{index}", errors);
            var isNew = names.Add((command.Text("name"), command.Number("type") ?? SlashKind));
            errors.Expect(isNew, $"{index}.name", "Names must be unique.", "APPLICATION_COMMANDS_DUPLICATE_NAME");
        }

        if (commands.Count(command => (command.Number("type") ?? SlashKind) == SlashKind) > MostPerKind)
        {
            return Answer.Error(400, 30032, "Maximum number of application commands reached (100)");
        }

        return errors.ToAnswer();
    }

    public static Answer? Check(JsonObject command)
    {
        var errors = new FormErrors();
        Check(command, "", errors);
        return errors.ToAnswer();
    }

    private static void Check(JsonNode? command, string path, FormErrors errors)
    {
        if ((command.Number("type") ?? SlashKind) != SlashKind)
        {
            errors.ExpectLength(command.Text("name"), 32, Below(path, "name"), least: 1);
            return;
        }

        CheckNamed(command, path, errors);
        var total = CharactersIn(command);
        errors.Expect(total <= MostCharacters, Below(path, "options"), $"Has {total} characters.", "APPLICATION_COMMAND_TOO_LARGE");
    }

    private static void CheckNamed(JsonNode? named, string path, FormErrors errors)
    {
        var name = named.Text("name") ?? "";
        var isLower = name.Equals(name.ToLowerInvariant(), StringComparison.Ordinal);
        errors.Expect(NamePattern().IsMatch(name) && isLower, Below(path, "name"), "Command name is invalid", "APPLICATION_COMMAND_INVALID_NAME");
        errors.ExpectLength(named.Text("description"), 100, Below(path, "description"), least: 1);
        CheckOptions(named, path, errors);
        CheckChoices(named, path, errors);
    }

    private static void CheckOptions(JsonNode? parent, string path, FormErrors errors)
    {
        var options = parent.Items("options").ToList();
        errors.Expect(options.Count <= MostOptions, Below(path, "options"), $"Must be {MostOptions} or fewer.", "BASE_TYPE_MAX_LENGTH");

        var hadOptional = false;
        foreach (var (index, option) in options.Index())
        {
            var place = Below(path, $"options.{index}");
            CheckNamed(option, place, errors);
            errors.Expect(option.Number("type") is >= 1 and <= 11, $"{place}.type", "Not a known kind of option.", "BASE_TYPE_CHOICES");
            errors.Expect(option.Number("type") == ChannelKind || option.Array("channel_types") is null, $"{place}.channel_types", "Only channels have them.", "APPLICATION_COMMAND_OPTIONS_CHANNEL_TYPES_INVALID");
            errors.Expect(option.Number("type") is 3 or 4 or 10 || !option.IsTrue("autocomplete"), $"{place}.autocomplete", "Only texts and numbers have it.", "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_OPTION_TYPE");
            errors.Expect(!hadOptional || !option.IsTrue("required"), place, "Required options must come first.", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
            hadOptional = !option.IsTrue("required");
        }
    }

    private static void CheckChoices(JsonNode? option, string path, FormErrors errors)
    {
        var choices = option.Items("choices").ToList();
        errors.Expect(choices.Count <= MostOptions, Below(path, "choices"), $"Must be {MostOptions} or fewer.", "BASE_TYPE_MAX_LENGTH");
        foreach (var (index, choice) in choices.Index())
        {
            errors.ExpectLength(choice.Text("name"), 100, Below(path, $"choices.{index}.name"), least: 1);
            errors.ExpectLength(choice.Text("value"), 100, Below(path, $"choices.{index}.value"));
        }
    }

    /// <summary>Names, descriptions and choice values, each with its longest translation.</summary>
    private static int CharactersIn(JsonNode? node) =>
        Longest(node, "name") + Longest(node, "description") + (node.Text("value")?.Length ?? 0)
        + node.Items("options").Sum(CharactersIn) + node.Items("choices").Sum(CharactersIn);

    private static int Longest(JsonNode? node, string name) =>
        (node.Object($"{name}_localizations")?.Select(translation => translation.Value?.ToString().Length ?? 0) ?? [])
            .Append(node.Text(name)?.Length ?? 0)
            .Max();

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
