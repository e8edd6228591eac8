namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>A message the bot writes, wherever it goes.</summary>
/// <param name="Text">What notifications and screen readers show: always there, at most 4,000 characters, escaped as mrkdwn.</param>
/// <param name="Blocks">What people see; at most 50, about 13,200 characters in all. Null for the text alone.</param>
internal sealed record SlackMessage(string Text, IReadOnlyList<SlackBlock>? Blocks = null)
{
    /// <summary>Seen by programs only; lets a message be found again.</summary>
    public MessageMetadata? Metadata { get; init; }
}

/// <summary>What only programs see of a message: https://docs.slack.dev/messaging/message-metadata.</summary>
internal sealed record MessageMetadata(string EventType, DeliveryPayload EventPayload);

/// <summary>Names the delivery that a message belongs to.</summary>
internal sealed record DeliveryPayload(string DeliveryKey);

/// <summary>An answer by <c>response_url</c>: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.</summary>
internal sealed record ResponseMessage(string Text, IReadOnlyList<SlackBlock>? Blocks = null)
{
    /// <summary><c>ephemeral</c> for the asker alone, <c>in_channel</c> for everybody there.</summary>
    public string ResponseType { get; init; } = "ephemeral";

    /// <summary>True takes the place of the message that was clicked. Slack's default depends on the case, so ours is explicit.</summary>
    public bool ReplaceOriginal { get; init; }

    /// <summary>True removes the message that was clicked.</summary>
    public bool? DeleteOriginal { get; init; }

    public string? ThreadTs { get; init; }

    public bool UnfurlLinks { get; }

    public bool UnfurlMedia { get; }
}
