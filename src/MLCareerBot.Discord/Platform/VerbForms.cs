using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Platform;

/// <summary>Forms for what a button's command line lacks. A form is the first answer to the click, so nothing may be waited for before it.</summary>
internal sealed class VerbForms(CommandTable table)
{
    private const int TextLimit = 45;
    private const int MostFields = 5;

    /// <summary>Ours, and far below Discord's 4,000.</summary>
    private const int LongestText = 1_000;

    /// <summary>The form that a click opens; null for a click on anything else.</summary>
    public ModalData? OpenedBy(Interaction interaction) => interaction.Type == InteractionType.Component && FormOf(interaction) is { } form
        ? new(interaction.Data!.CustomId!, DiscordText.Clip(form.Command.Summary, TextLimit), [.. form.Asked.Take(MostFields).Select(Field)]) // FormOf has read it.
        : null;

    /// <summary>The request that a form makes; null for a form that is none of ours.</summary>
    public InteractionRequest? SubmittedBy(Interaction interaction) => interaction.Type == InteractionType.ModalSubmit && FormOf(interaction) is { } form
        ? InteractionRequest.OfForm(interaction, form, FieldsOf(interaction))
        : null;

    private CommandForm? FormOf(Interaction interaction) =>
        ButtonId.Read(interaction.Data?.CustomId) is ButtonId.Form(var line) ? CommandForm.Read(line, table) : null;

    private static Component Field(CommandOption option) => Component.Field(
        DiscordText.Clip($"{char.ToUpperInvariant(option.Description[0])}{option.Description[1..]}", TextLimit), option.Name, LongestText, option.IsRequired);

    private static Dictionary<string, string> FieldsOf(Interaction interaction)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in (interaction.Data?.Components ?? []).Select(label => label.Inner).OfType<Component>())
        {
            fields[field.CustomId ?? ""] = field.Value ?? "";
        }

        return fields;
    }
}
