using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;
using MLCareerBot.Discord.Operations;

namespace MLCareerBot.Discord.Platform;

/// <summary>What somebody did, as the request it stands for.</summary>
/// <param name="Request">The request.</param>
/// <param name="WantsShared">True if everyone in the channel should see the answer.</param>
/// <param name="SharedBy">Id of the person who shares an answer that they got before; else null.</param>
internal sealed record InteractionRequest(ChatRequest Request, bool WantsShared, string? SharedBy = null)
{
    /// <summary>Reads a command or a click; null for what is none of ours.</summary>
    public static InteractionRequest? Of(Interaction interaction) => interaction switch
    {
        { Type: InteractionType.Command, Data: { Type: CommandType.Slash } data } => OfSlash(interaction, data),
        { Type: InteractionType.Command, Data: { Type: CommandType.Message, TargetId: { } target } data } => OfMessage(interaction, data, target),
        { Type: InteractionType.Component, Data.CustomId: { } id } => OfClick(interaction, id),
        _ => null,
    };

    /// <summary>A form that was filled in.</summary>
    public static InteractionRequest OfForm(Interaction interaction, CommandForm form, IReadOnlyDictionary<string, string> fields) =>
        new(form.ToRequest(AddressOf(interaction), AskerOf(interaction), fields), WantsShared: false);

    private static InteractionRequest OfSlash(Interaction interaction, InteractionData data)
    {
        var call = SlashCall.Of(data);
        var isShared = call.Options.GetValueOrDefault(ShareOption) is "true";
        return new(
            new(AddressOf(interaction), AskerOf(interaction), call.Verb)
            {
                IsCommand = true,
                IsAdminCommand = data.Name == CommandTable.AdminRoot,
                Options = call.Options,
            },
            isShared);
    }

    // The message is somebody else's, so it is a question whatever it begins with.
    private static InteractionRequest OfMessage(Interaction interaction, InteractionData data, string target)
    {
        var words = data.Resolved?.Messages?.GetValueOrDefault(target)?.Content ?? "";
        var options = new Dictionary<string, string>(StringComparer.Ordinal) { [QuestionOption] = MentionText.WithoutMentions(words) };
        return new(new(AddressOf(interaction), AskerOf(interaction), AskVerb) { IsCommand = true, Options = options }, WantsShared: false);
    }

    private static InteractionRequest? OfClick(Interaction interaction, string customId)
    {
        var asker = AskerOf(interaction);
        ChatRequest Says(string line) => new(AddressOf(interaction), asker, line) { IsCommand = true };
        return ButtonId.Read(customId) switch
        {
            ButtonId.Say(var line) => new(Says(line), WantsShared: false),
            ButtonId.Share(var line) => new(Says(line), WantsShared: true, asker.Id),
            ButtonId.Tip => new(Says(TipVerb), WantsShared: false),
            _ => null,
        };
    }

    private const string AskVerb = "ask";
    private const string TipVerb = "tip";
    private const string QuestionOption = "question";
    private const string ShareOption = "share";

    private static ChatAddress AddressOf(Interaction interaction) =>
        new(DiscordPlatform.PlatformName, interaction.ChannelId ?? interaction.Channel?.Id ?? "") { Workspace = interaction.GuildId };

    // Rights count only where Discord vouches for them: in this very interaction, in a server.
    private static ChatUser AskerOf(Interaction interaction) => new(
        (interaction.Member?.User ?? interaction.User)?.Id ?? "",
        IsAdmin: interaction.GuildId is not null && DiscordPermissions.MayManage(interaction.Member?.Permissions));
}
