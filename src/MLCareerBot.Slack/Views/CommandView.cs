using MLCareerBot.Commands;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Views;

/// <summary>The form that asks for what a command lacks: a field for each option, whose block and action id is the option's name.</summary>
internal static class CommandView
{
    /// <summary>The form among others, when it is submitted.</summary>
    public const string CallbackId = "career_command_form";

    private const char Mark = '|';
    private const int TitleLimit = 24;
    private const int MostOptions = 100;
    private const int OptionLimit = 75;

    /// <summary>Ours, and below Slack's 3,000.</summary>
    private const int LongestText = 1_000;

    private static readonly ConversationFilter Channels = new(["public", "private"]);

    /// <param name="form">What it asks for.</param>
    /// <param name="place">Where it is opened and the answer will go; null for the reader's direct messages.</param>
    public static SlackView For(CommandForm form, AskPlace? place) => new("modal", [.. form.Asked.Select(Field)])
    {
        Title = TextObject.Plain(SlackText.Clip(Sentence(form.Command.Name), TitleLimit)),
        Submit = TextObject.Plain("Send"),
        Close = TextObject.Plain("Cancel"),
        CallbackId = CallbackId,
        PrivateMetadata = $"{place?.Write()}{Mark}{form.Line}", // A line came out of a button, which holds less than the 3,000 characters there are here.
    };

    /// <summary>What a form carries; null if it is nothing of ours.</summary>
    public static (CommandForm Form, AskPlace? Place)? Read(string? metadata, CommandTable table) =>
        metadata?.Split(Mark, 2) is [var place, var line] && CommandForm.Read(line, table) is { } form ? (form, AskPlace.Read(place)) : null;

    /// <summary>The values that fit what has been typed so far, best first: those that are offered, and what was typed if it is one.</summary>
    public static IReadOnlyList<SelectOption> OptionsFor(CommandOption option, string query)
    {
        var typed = query.Trim();
        string[] own = option.Looks?.Invoke(typed) is true && typed.Length <= OptionLimit && !option.Offers.Contains(typed, StringComparer.OrdinalIgnoreCase) ? [typed] : [];
        return [.. own.Concat(Completion.Of(option.Offers, typed, offer => [offer])).Take(MostOptions).Select(Choice)];
    }

    private static InputBlock Field(CommandOption option) => new(TextObject.Plain(Sentence(option.Description)), Element(option))
    {
        BlockId = option.Name,
        Optional = !option.IsRequired,
    };

    private static SlackElement Element(CommandOption option) => option switch
    {
        { IsChannel: true } => new ConversationsSelectElement(option.Name) { DefaultToCurrentConversation = true, Filter = Channels },
        { TakesText: false, Choices.Count: > 0 and <= MostOptions } when option.Choices.All(choice => choice.Length <= OptionLimit) => new StaticSelectElement(option.Name, [.. option.Choices.Select(Choice)]),
        { Offers.Count: > 0 } => new ExternalSelectElement(option.Name) { MinQueryLength = 0, Placeholder = TextObject.Plain("Choose, or type") },
        _ => new TextInputElement(option.Name) { Multiline = option.Looks is null ? true : null, MaxLength = LongestText },
    };

    private static SelectOption Choice(string value) => new(TextObject.Plain(value), value);

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
