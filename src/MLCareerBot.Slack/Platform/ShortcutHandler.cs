using System.Text.Json;
using MLCareerBot.Slack.Operations;
using MLCareerBot.Slack.Protocol;

namespace MLCareerBot.Slack.Platform;

/// <summary>Answers the shortcuts: one in the menu of every message, one in the menu of the workspace.</summary>
internal sealed class ShortcutHandler(Respondent respondent, CallerAnswer answer, AskForm form)
{
    public async Task HandleAsync(JsonElement shortcut, CancellationToken cancellationToken)
    {
        if (Caller.OfInteraction(shortcut) is not { } caller)
        {
            return;
        }

        switch (shortcut.Text("callback_id"))
        {
            case SlackManifest.AskShortcut:
                await form.OpenAsync(caller, cancellationToken);
                break;
            case SlackManifest.AnswerShortcut:
                // The message is somebody else's, so it is a question whatever it begins with.
                var question = MessageText.WordsOf(shortcut.Object("message")?.Words("text") ?? "");
                var reply = await respondent.AnswerAsync(caller, question, cancellationToken);
                await answer.GiveAsync(caller, reply, isShared: false, cancellationToken);
                break;
        }
    }
}
