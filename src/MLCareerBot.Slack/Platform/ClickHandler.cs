using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Platform;

/// <summary>Answers clicks on the bot's buttons, however old.</summary>
internal sealed class ClickHandler(SlackApi api, Respondent respondent, CallerAnswer answer, AskForm form, VerbForm verbs, HomeHandler home)
{
    public async Task HandleAsync(JsonElement click, CancellationToken cancellationToken)
    {
        if (Caller.OfInteraction(click) is not { } caller || click.Items("actions").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } action)
        {
            return;
        }

        var meant = SlackAction.Read(action.Text("action_id"), action.Words("value"));
        if (meant is SlackAction.Ask)
        {
            await form.OpenAsync(caller, cancellationToken);
            return;
        }

        if (meant is SlackAction.Form(var lacking) && verbs.Find(lacking) is { } unfilled)
        {
            await verbs.OpenAsync(caller, unfilled, cancellationToken);
            return;
        }

        caller = caller with { IsAlone = caller.IsAlone && await IsTheirsAsync(caller, cancellationToken) };
        var reply = meant switch
        {
            SlackAction.Say(var line) => await SayAsync(line),
            SlackAction.Share(var line) => await SayAsync(line),
            _ => UnknownButton,
        };
        await answer.GiveAsync(caller, reply, isShared: meant is SlackAction.Share && reply.Permalink is not null, cancellationToken);
        await home.RefreshAsync(caller.User, cancellationToken);

        Task<ChatReply> SayAsync(string line) => respondent.ReplyAsync(caller, respondent.Read(line) with { IsCommand = true }, cancellationToken);
    }

    // An answer can have been shared in the direct messages of two others: there the next one is for one of them again.
    private async Task<bool> IsTheirsAsync(Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await api.OpenDirectMessageAsync(caller.User, cancellationToken) == caller.Channel;
        }
        catch (Exception exception) when (exception is SlackApiException or SlackUnavailableException)
        {
            return false;
        }
    }

    private static ChatReply UnknownButton { get; } =
        new("I don't know that button", new ReplyBlock.Paragraph("It is from another time. Ask me, or use `help`."))
        {
            IsPrivate = true,
            FollowUps = [new("What I can do", "help")],
        };
}
