using System.Text.Json;
using Microsoft.Extensions.Options;
using MLCareerBot.Commands;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Slack.Platform;

/// <summary>Answers slash commands.</summary>
internal sealed class CommandHandler(Respondent respondent, CallerAnswer answer, AskForm form, VerbForm verbs, IOptions<SlackOptions> options)
{
    public async Task HandleAsync(JsonElement command, CancellationToken cancellationToken)
    {
        if (Caller.OfCommand(command) is not { } caller)
        {
            return;
        }

        var line = LineOf(command);
        if (Respondent.IsBareAsk(line))
        {
            await form.OpenAsync(caller, cancellationToken);
            return;
        }

        if (verbs.Find(line.IsAdmin ? $"{CommandTable.AdminRoot} {line.Text}" : line.Text) is { Given.Count: 0 } unfilled)
        {
            await verbs.OpenAsync(caller, unfilled, cancellationToken);
            return;
        }

        var reply = await respondent.ReplyAsync(caller, line, cancellationToken);
        await answer.GiveAsync(caller, reply, reply.IsShared, cancellationToken);
    }

    private SlackLine LineOf(JsonElement command)
    {
        var line = respondent.Read(MessageText.Unescape(command.Words("text")));
        return line with { IsCommand = true, IsAdmin = line.IsAdmin || command.Text("command") == options.Value.RootCommand + SlackCommand.AdminSuffix };
    }
}
