using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Views;

namespace MLCareerBot.Slack.Platform;

/// <summary>The forms for verbs that are better filled in than typed, from their opening to their answer.</summary>
internal sealed class VerbForm(SlackApi api, Respondent respondent, CallerAnswer answer, CommandTable table, HomeHandler home)
{
    /// <summary>The form that a line stands for; null for a line to be answered as it is.</summary>
    public CommandForm? Find(string line) => CommandForm.Read(line, table);

    /// <summary>True for what comes from one of these forms.</summary>
    public static bool IsOurs(JsonElement interaction) => interaction.Object("view")?.Text("callback_id") == CommandView.CallbackId;

    /// <summary>Opens it for somebody; where that fails, the verb answers without what it lacks, and says what that is.</summary>
    public async Task OpenAsync(Caller caller, CommandForm form, CancellationToken cancellationToken)
    {
        if (form.Command.IsAdmin && !await respondent.IsAdminAsync(caller, cancellationToken))
        {
            await AnswerAsync(caller, form, NoFields, cancellationToken);
            return;
        }

        try
        {
            await api.OpenViewAsync(caller.Trigger ?? "", CommandView.For(form, caller.Place), cancellationToken);
        }
        catch (Exception exception) when (exception is SlackApiException or SlackUnavailableException)
        {
            await AnswerAsync(caller, form, NoFields, cancellationToken);
        }
    }

    /// <summary>The values that fit what is typed in a field, from memory.</summary>
    public EnvelopeAnswer Suggest(JsonElement request)
    {
        var option = FormOf(request)?.Form.Asked.FirstOrDefault(option => option.Name == request.Text("action_id"));
        IReadOnlyList<SelectOption> found = option is null ? [] : CommandView.OptionsFor(option, request.Text("value") ?? "");
        return EnvelopeAnswer.AckWith(JsonSerializer.SerializeToElement(new(found), SlackJson.Default.OptionsAnswer));
    }

    /// <summary>Answers one that was filled in, where it was opened.</summary>
    public async Task AnswerAsync(JsonElement submission, CancellationToken cancellationToken)
    {
        if (Caller.OfInteraction(submission) is not { } sender)
        {
            return;
        }

        if (FormOf(submission) is not var (form, place))
        {
            await answer.GiveAsync(sender, FromAnotherTime, isShared: false, cancellationToken);
            return;
        }

        await AnswerAsync(sender with { Channel = place?.Channel, Thread = place?.Thread }, form, FieldsOf(submission), cancellationToken);
    }

    private static ChatReply FromAnotherTime { get; } =
        new("I don't know that form", new ReplyBlock.Paragraph("It is from another time, and nothing was kept. Open it anew, or use `help`.")) { IsPrivate = true };

    private static Dictionary<string, string> NoFields => [];

    private async Task AnswerAsync(Caller caller, CommandForm form, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var reply = await respondent.FillAsync(caller, form, fields, cancellationToken);
        await answer.GiveAsync(caller, reply, isShared: false, cancellationToken);
        await home.RefreshAsync(caller.User, cancellationToken);
    }

    private (CommandForm Form, AskPlace? Place)? FormOf(JsonElement interaction) =>
        CommandView.Read(interaction.Object("view")?.Text("private_metadata"), table);

    private static Dictionary<string, string> FieldsOf(JsonElement submission)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (submission.Object("view")?.Object("state")?.Object("values") is not { } values)
        {
            return fields;
        }

        foreach (var block in values.EnumerateObject())
        {
            if (block.Value.Object(block.Name) is { } field && (field.Object("selected_option")?.Text("value") ?? field.Text("selected_conversation") ?? field.Words("value")) is { Length: > 0 } value)
            {
                fields[block.Name] = value;
            }
        }

        return fields;
    }
}
