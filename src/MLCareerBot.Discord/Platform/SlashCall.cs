using System.Text.Json;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Platform;

/// <summary>A slash command flattened: <c>/career tips on time:08:30</c> is the verb <c>tips on</c> with one value.</summary>
/// <param name="Verb">One or two words; empty for what Discord never sends.</param>
/// <param name="Options">The values by name.</param>
/// <param name="Focused">The option being typed in, where choices are asked for.</param>
internal sealed record SlashCall(string Verb, IReadOnlyDictionary<string, string> Options, InteractionOption? Focused)
{
    public static SlashCall Of(InteractionData data)
    {
        var words = new List<string>();
        var options = data.Options ?? [];
        while (options is [{ Type: OptionType.Subcommand or OptionType.SubcommandGroup } inner])
        {
            words.Add(inner.Name);
            options = inner.Options ?? [];
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            values[option.Name] = TextOf(option.Value);
        }

        return new(string.Join(' ', words), values, options.FirstOrDefault(option => option.Focused));
    }

    public static string TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() ?? "",
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };
}
