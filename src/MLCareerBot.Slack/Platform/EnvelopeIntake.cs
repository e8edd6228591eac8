using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Platform;

/// <summary>
/// Decides about what comes in, at once and without asking anybody: it becomes work of its own, and is acknowledged. Slack
/// may bring the same thing again, on another connection too, so each is looked at once.
/// </summary>
internal sealed class EnvelopeIntake(
    SlackSession session,
    EventReader events,
    CommandHandler commands,
    ClickHandler clicks,
    ShortcutHandler shortcuts,
    AskForm form,
    OngoingWork work)
{
    private const int MostRemembered = 100_000;
    private const string TooBusy = "I have too much to do at the moment. Please ask me again in a minute.";
    private const string NotThere = "I cannot answer at the moment. Please ask me again in a minute.";

    private readonly Recent<string, byte> _seen = new(MostRemembered);

    /// <summary>Takes an envelope.</summary>
    public Task<EnvelopeAnswer> TakeAsync(SlackEnvelope envelope) => Task.FromResult(Take(envelope));

    private EnvelopeAnswer Take(SlackEnvelope envelope) => envelope switch
    {
        { Kind: EnvelopeKind.Unknown } => EnvelopeAnswer.Ack,
        _ when !session.IsOpen => Decline(envelope.Kind, NotThere),
        { Kind: EnvelopeKind.OptionsRequest } => form.Suggest(envelope.Payload),
        { Kind: EnvelopeKind.ViewSubmission } when AskForm.FaultOf(envelope.Payload) is { } fault => fault,
        _ when WorkFor(envelope) is { } todo => Begin(todo, envelope),
        _ => EnvelopeAnswer.Ack,
    };

    private EnvelopeAnswer Begin(Func<CancellationToken, Task> todo, SlackEnvelope envelope)
    {
        if (work.IsFull)
        {
            return Decline(envelope.Kind, TooBusy);
        }

        if (IsNew(envelope))
        {
            work.Start(todo);
        }

        return EnvelopeAnswer.Ack;
    }

    // All keys are taken note of: the next copy may have only one of them.
    private bool IsNew(SlackEnvelope envelope) => !envelope.DedupeKeys.Select(key => _seen.TryAdd(key, 0)).ToList().Contains(item: false);

    private Func<CancellationToken, Task>? WorkFor(SlackEnvelope envelope) => envelope.Kind switch
    {
        EnvelopeKind.Event => events.WorkFor(envelope.Payload),
        EnvelopeKind.Command => token => commands.HandleAsync(envelope.Payload, token),
        EnvelopeKind.Interaction => token => clicks.HandleAsync(envelope.Payload, token),
        EnvelopeKind.Shortcut => token => shortcuts.HandleAsync(envelope.Payload, token),
        EnvelopeKind.ViewSubmission => token => form.AnswerAsync(envelope.Payload, token),
        _ => null,
    };

    // Events come again; people can be told to.
    private static EnvelopeAnswer Decline(EnvelopeKind kind, string reason) => kind switch
    {
        EnvelopeKind.Command => EnvelopeAnswer.AckWith(JsonSerializer.SerializeToElement(new ResponseMessage(reason), SlackJson.Default.ResponseMessage)),
        EnvelopeKind.ViewSubmission => AskForm.Refuse(reason),
        _ => EnvelopeAnswer.DoNotAck,
    };
}
