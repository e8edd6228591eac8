using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Wire;
using NodaTime.Extensions;

namespace MLCareerBot.Slack.Platform;

/// <summary>
/// Decides about what comes in, at once and without asking anybody but the store: it becomes work of its own, and is acknowledged. Slack
/// may bring the same thing again, on another connection too, so each is looked at once.
/// </summary>
internal sealed class EnvelopeIntake(
    SlackSession session,
    EventReader events,
    CommandHandler commands,
    ClickHandler clicks,
    ShortcutHandler shortcuts,
    AskForm form,
    VerbForm verbs,
    IInbox inbox,
    OngoingWork work,
    TimeProvider clock)
{
    private const int MostRemembered = 100_000;
    private const string TooBusy = "I have too much to do at the moment. Please ask me again in a minute.";
    private const string NotThere = "I cannot answer at the moment. Please ask me again in a minute.";

    private readonly Recent<string, byte> _seen = new(MostRemembered);

    /// <summary>Less than is left for the decision: see <see cref="EnvelopeAnswer.TimeLimit"/>.</summary>
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(2);

    /// <summary>Takes an envelope. A message is kept before it is acknowledged, so that a crash loses none.</summary>
    public async Task<EnvelopeAnswer> TakeAsync(SlackEnvelope envelope) =>
        envelope.Kind is EnvelopeKind.Event && session.IsOpen && events.MessageIn(envelope.Payload) is { } message
            ? await KeepAsync(envelope, message)
            : Take(envelope);

    /// <summary>Answers a message that was kept before, by this program or one that is gone.</summary>
    public void Resume(InboxEvent kept)
    {
        using var payload = JsonDocument.Parse(kept.Contents);
        if (events.MessageIn(payload.RootElement) is { } message)
        {
            var copy = message.Clone();
            work.Start(token => events.AnswerAsync(kept, copy, token));
        }
    }

    private async Task<EnvelopeAnswer> KeepAsync(SlackEnvelope envelope, JsonElement message)
    {
        if (work.IsFull)
        {
            return EnvelopeAnswer.DoNotAck;
        }

        var kept = new InboxEvent
        {
            Platform = SlackPlatform.PlatformName,
            Keys = envelope.DedupeKeys,
            User = message.Text("user") ?? "",
            Contents = envelope.Payload.GetRawText(),
            ReceivedAt = clock.GetUtcNow().ToInstant(),
        };
        try
        {
            if (await inbox.TryAddAsync(kept, CancellationToken.None).WaitAsync(StorePatience, clock))
            {
                work.Start(token => events.AnswerAsync(kept, message, token));
            }

            return EnvelopeAnswer.Ack;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException or TimeoutException)
        {
            // Slack brings it again; what was kept after all is a copy then.
            return EnvelopeAnswer.DoNotAck;
        }
    }

    private EnvelopeAnswer Take(SlackEnvelope envelope) => envelope switch
    {
        { Kind: EnvelopeKind.Unknown } => EnvelopeAnswer.Ack,
        _ when !session.IsOpen => Decline(envelope.Kind, NotThere),
        { Kind: EnvelopeKind.OptionsRequest } => VerbForm.IsOurs(envelope.Payload) ? verbs.Suggest(envelope.Payload) : form.Suggest(envelope.Payload),
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
        EnvelopeKind.ViewSubmission when VerbForm.IsOurs(envelope.Payload) => token => verbs.AnswerAsync(envelope.Payload, token),
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
