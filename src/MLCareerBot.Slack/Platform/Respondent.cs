using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Slack.Platform;

/// <summary>Takes what people say to the router, with the rights they have in the workspace.</summary>
internal sealed class Respondent(CommandRouter router, AdminRights rights, ClosedChannels closed, PlaceWatch places, IOptions<SlackOptions> options)
{
    private const string AskVerb = "ask";
    private const string QuestionOption = "question";

    /// <summary>What was typed, as a line.</summary>
    public SlackLine Read(string text) => SlackLine.Of(text, options.Value.RootCommand);

    /// <summary>The reply to a line. Rights are looked up only where they count, and then every time.</summary>
    public async Task<ChatReply> ReplyAsync(Caller caller, SlackLine line, CancellationToken cancellationToken)
    {
        Hear(caller);
        var isAdmin = line.IsAdmin && await rights.HasAsync(caller, cancellationToken);
        var request = new ChatRequest(caller.Address, new(caller.User, isAdmin) { Workspace = caller.Team }, line.Text)
        {
            IsCommand = line.IsCommand,
            IsAdminCommand = line.IsAdmin,
        };
        return await router.RespondAsync(request, cancellationToken);
    }

    /// <summary>The reply to a form that was filled in.</summary>
    public async Task<ChatReply> FillAsync(Caller caller, CommandForm form, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        Hear(caller);
        var isAdmin = form.Command.IsAdmin && await rights.HasAsync(caller, cancellationToken);
        return await router.RespondAsync(form.ToRequest(caller.Address, new(caller.User, isAdmin) { Workspace = caller.Team }, fields), cancellationToken);
    }

    /// <summary>True for an admin of the workspace.</summary>
    public Task<bool> IsAdminAsync(Caller caller, CancellationToken cancellationToken) => rights.HasAsync(caller, cancellationToken);

    /// <summary>The answer to a question, whatever it begins with.</summary>
    public Task<ChatReply> AnswerAsync(Caller caller, string question, CancellationToken cancellationToken)
    {
        Hear(caller);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [QuestionOption] = question };
        return router.RespondAsync(new(caller.Address, new(caller.User), AskVerb) { IsCommand = true, Options = fields }, cancellationToken);
    }

    // Whoever comes by may have opened their direct messages since.
    private void Hear(Caller caller)
    {
        closed.ReopenDirect(caller.User);
        places.Heard(SlackPlatform.PlatformName, ChatAddress.DirectTo(SlackPlatform.PlatformName, caller.User).Conversation);
    }

    /// <summary>True for the verb for questions without one.</summary>
    public static bool IsBareAsk(SlackLine line) => !line.IsAdmin && line.Text.Equals(AskVerb, StringComparison.OrdinalIgnoreCase);
}
