using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>The buttons below a reply: a row of next steps, and a row to judge and share it.</summary>
internal static class ReplyButtons
{
    public static IReadOnlyList<ActionsBlock> Of(ChatReply reply, bool canShare)
    {
        var rows = new[]
        {
            Row(1, NextSteps(reply)),
            Row(1 + ChatReply.MaxFollowUps, [.. Ratings(reply), .. Sharing(reply, canShare)]),
        };
        return [.. rows.Where(row => row.Elements.Count > 0)];
    }

    /// <summary>The row of next steps alone, where there are any.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="first">The first button's number; no two of a view have the same.</param>
    public static IReadOnlyList<ActionsBlock> NextSteps(ChatReply reply, int first) => Row(first, NextSteps(reply)) is { Elements.Count: > 0 } row ? [row] : [];

    // Doubles and what cannot be written are left out.
    private static ActionsBlock Row(int first, IEnumerable<(string Label, SlackAction Action, string? Spoken)> buttons) => new(
    [
        .. buttons
            .Where(button => button.Action.Button(button.Label, first) is not null)
            .DistinctBy(button => button.Action)
            .Take(ChatReply.MaxFollowUps)
            .Select((button, index) => button.Action.Button(button.Label, first + index, button.Spoken))
            .OfType<ButtonElement>(),
    ]);

    private static IEnumerable<(string Label, SlackAction Action, string? Spoken)> NextSteps(ChatReply reply) =>
        reply.FollowUps.Select(next => (next.Label, next.OpensForm ? (SlackAction)new SlackAction.Form(next.Says) : new SlackAction.Say(next.Says), (string?)null));

    private static IEnumerable<(string Label, SlackAction Action, string? Spoken)> Ratings(ChatReply reply) =>
        reply.Outcome is { Kind: OutcomeKind.Answer, Topic: { } topic }
            ?
            [
                ("👍", new SlackAction.Say($"rate good {topic}"), "This helped"),
                ("👎", new SlackAction.Say($"rate poor {topic}"), "This did not help"),
            ]
            : [];

    private static IEnumerable<(string Label, SlackAction Action, string? Spoken)> Sharing(ChatReply reply, bool canShare) =>
        canShare && reply is { IsPrivate: false, Permalink: { } line } ? [("Share in channel", new SlackAction.Share(line), null)] : [];
}
