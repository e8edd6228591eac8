using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Platform;

/// <summary>
/// Answers commands and clicks. What is known at once is the first answer itself; what takes longer is promised first
/// and delivered later, for Discord waits no more than three seconds.
/// </summary>
internal sealed partial class InteractionHandler(
    DiscordApi api, CommandRouter router, Suggestions suggestions, VerbForms forms, TimeProvider clock, ILogger<InteractionHandler> logger)
{
    /// <summary>How long an answer may take before it is promised: a third of what Discord grants.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>After this Discord takes no first answer: https://discord.com/developers/docs/interactions/receiving-and-responding.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    /// <param name="interaction">What was done.</param>
    /// <param name="receivedAt">The clock's timestamp when it came in; Discord's own times would need clocks that agree.</param>
    /// <param name="cancellationToken">Ends when the bot does.</param>
    public async Task HandleAsync(Interaction interaction, long receivedAt, CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(receivedAt) >= Deadline)
        {
            LogTooLate();
            return;
        }

        try
        {
            await (interaction.Type == InteractionType.Autocomplete ? SuggestAsync(interaction, cancellationToken)
                : forms.OpenedBy(interaction) is { } form ? OpenAsync(interaction, form, cancellationToken)
                : AnswerAsync(interaction, receivedAt, cancellationToken));
        }
        catch (DiscordApiException exception) when (exception.IsInteractionOver)
        {
            // Answered already, deleted or too old: nothing to be done for this one.
            LogOver(exception.Code);
        }
        catch (Exception exception) when (exception is DiscordApiException or DiscordUnavailableException)
        {
            LogLost(exception.Message);
        }
    }

    private Task SuggestAsync(Interaction interaction, CancellationToken cancellationToken) => api.RespondAsync(
        interaction, new InteractionResponse<ChoicesData>(ResponseType.Choices, new(suggestions.For(interaction))), cancellationToken);

    private Task OpenAsync(Interaction interaction, ModalData form, CancellationToken cancellationToken) =>
        api.RespondAsync(interaction, new InteractionResponse<ModalData>(ResponseType.Modal, form), cancellationToken);

    private async Task AnswerAsync(Interaction interaction, long receivedAt, CancellationToken cancellationToken)
    {
        var request = forms.SubmittedBy(interaction) ?? InteractionRequest.Of(interaction);
        var answering = request is null
            ? Task.FromResult(UnknownButton)
            : Task.Run(() => router.RespondAsync(request.Request, cancellationToken), cancellationToken); // A handler that blocks must not hold up the promise.
        var isInTime = await IsDoneAsync(answering, Patience - clock.GetElapsedTime(receivedAt), cancellationToken);
        var answer = new InteractionAnswer(api, interaction, request);
        if (!isInTime)
        {
            await answer.PromiseAsync(cancellationToken);
        }

        var reply = await answering;
        try
        {
            await SayAsync(reply);
        }
        catch (DiscordApiException exception) when (exception.IsContentRefused)
        {
            // Whatever Discord has against the words: somebody waits for some.
            LogRefused(exception.Message);
            await SayAsync(Failed);
        }

        // After a promise no form can be opened; the button below the reply does it then.
        Task SayAsync(ChatReply said) => !isInTime ? answer.DeliverAsync(said, cancellationToken)
            : forms.OpenedBy(interaction, said) is { } form ? OpenAsync(interaction, form, cancellationToken)
            : answer.GiveAsync(said, cancellationToken);
    }

    private async Task<bool> IsDoneAsync(Task work, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (work.IsCompleted || patience <= TimeSpan.Zero)
        {
            return work.IsCompleted;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(work, Task.Delay(patience, clock, done.Token));
        await done.CancelAsync();
        return first == work;
    }

    private static ChatReply UnknownButton { get; } =
        new("I don't know that button", new ReplyBlock.Paragraph("It is from another time. Ask me, or use `help`."))
        {
            IsPrivate = true,
            FollowUps = [new("What I can do", "help")],
        };

    private static ChatReply Failed { get; } =
        new("Something went wrong", new ReplyBlock.Paragraph("Sorry, that is my fault and not yours; it has been logged.")) { IsPrivate = true };

    [LoggerMessage(1, LogLevel.Warning, "An interaction was left out: its three seconds had passed before it was looked at.")]
    private partial void LogTooLate();

    [LoggerMessage(2, LogLevel.Information, "An interaction could not be answered any more (Discord's code {Code}).")]
    private partial void LogOver(int code);

    [LoggerMessage(4, LogLevel.Error, "Discord refused an answer: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(3, LogLevel.Warning, "An interaction was not answered: {Reason}")]
    private partial void LogLost(string reason);
}
