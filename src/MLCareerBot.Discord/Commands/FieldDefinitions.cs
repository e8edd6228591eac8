using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Commands;

/// <summary>A verb's option as a field: a choice of at most 25, a yes or no, a channel, or text that may be completed while it is typed.</summary>
internal static class FieldDefinitions
{
    private const int DescriptionLimit = 100;
    private const int MostChoices = 25;

    /// <summary>Ours, and far below Discord's 6,000: longer texts are no question.</summary>
    private const int LongestText = 1_000;

    private static readonly HashSet<string> TruthValues = new(["true", "false"], StringComparer.OrdinalIgnoreCase);

    public static OptionDefinition Of(CommandOption option)
    {
        var field = new OptionDefinition
        {
            Type = IsTruth(option) ? OptionType.Boolean : option.IsChannel ? OptionType.Channel : OptionType.Text,
            Name = option.Name,
            Description = DiscordText.Clip(option.Description, DescriptionLimit),
            Required = option.IsRequired ? true : null,
        };
        return field.Type == OptionType.Boolean ? field
            : field.Type == OptionType.Channel ? field with { ChannelTypes = ChannelType.ForTips }
            : IsShortList(option) ? field with { Choices = [.. option.Choices.Select(choice => new CommandChoice(choice, choice))] }
            : field with { Autocomplete = Candidates.HasAny(option) ? true : null, MaxLength = option.TakesText || option.Choices.Count == 0 ? LongestText : null };
    }

    private static bool IsTruth(CommandOption option) => !option.TakesText && TruthValues.SetEquals(option.Choices);

    private static bool IsShortList(CommandOption option) =>
        !option.TakesText && option.Choices.Count is > 0 and <= MostChoices && option.Choices.All(choice => choice.Length <= Candidates.Limit);
}
