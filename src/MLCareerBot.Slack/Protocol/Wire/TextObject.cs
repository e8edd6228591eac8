namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>A piece of text: https://docs.slack.dev/reference/block-kit/composition-objects/text-object.</summary>
/// <param name="Type"><c>plain_text</c> or <c>mrkdwn</c>.</param>
/// <param name="Text">The text; in <c>mrkdwn</c> with <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> escaped.</param>
internal sealed record TextObject(string Type, string Text)
{
    /// <summary>Plain text: false, or null for Slack's own default, which turns <c>:colons:</c> into emoji.</summary>
    public bool? Emoji { get; init; }

    /// <summary>Mrkdwn: true keeps Slack from making links of names and addresses by itself.</summary>
    public bool? Verbatim { get; init; }

    public static TextObject Plain(string text) => new("plain_text", text) { Emoji = false };

    public static TextObject Mrkdwn(string mrkdwn) => new("mrkdwn", mrkdwn) { Verbatim = true };
}
