using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Platform;

/// <summary>Forms for what a command line lacks. A form can only be the first answer, and only to a click or a command.</summary>
internal sealed class VerbForms(CommandTable table)
{
    private const int TextLimit = 45;
    private const int MostFields = 5;

    /// <summary>Ours, and far below Discord's 4,000.</summary>
    private const int LongestText = 1_000;

    /// <summary>The form that a click opens; null for a click on anything else.</summary>
    public ModalData? OpenedBy(Interaction interaction) =>
        interaction.Type == InteractionType.Component && FormOf(interaction) is { } form ? Open(interaction.Data!.CustomId!, form) : null; // FormOf has read it.

    /// <summary>
    /// The form that a click opens at once because its reply leads nowhere else: a thumb down asks what was missing. What the
    /// click says is done by then, so whoever closes the form takes nothing back; null for any other reply.
    /// </summary>
    public ModalData? OpenedBy(Interaction interaction, ChatReply reply) =>
        interaction.Type == InteractionType.Component && reply.FollowUps is [{ OpensForm: true, Says: var line }]
        && new ButtonId.Form(line).Write() is { } customId && CommandForm.Read(line, table) is { } form
            ? Open(customId, form)
            : null;

    /// <summary>The request that a form makes; null for a form that is none of ours.</summary>
    public InteractionRequest? SubmittedBy(Interaction interaction) => interaction.Type == InteractionType.ModalSubmit && FormOf(interaction) is { } form
        ? InteractionRequest.OfForm(interaction, form, FieldsOf(interaction))
        : null;

    private static ModalData Open(string customId, CommandForm form) =>
        new(customId, form.Asked is [var only] ? Label(only) : DiscordText.Clip(form.Command.Summary, TextLimit), [.. form.Asked.Take(MostFields).Select(Field)]);

    private CommandForm? FormOf(Interaction interaction) =>
        ButtonId.Read(interaction.Data?.CustomId) is ButtonId.Form(var line) ? CommandForm.Read(line, table) : null;

    private static Component Field(CommandOption option) => Component.Field(Label(option), option.Name, LongestText, option.IsRequired);

    private static string Label(CommandOption option) => DiscordText.Clip($"{char.ToUpperInvariant(option.Description[0])}{option.Description[1..]}", TextLimit);

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
