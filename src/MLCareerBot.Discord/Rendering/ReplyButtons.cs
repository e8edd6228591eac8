using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Rendering;

/// <summary>
/// The buttons below a reply: a row of next steps, and a row to judge and share it. A row holds 5 buttons and a label
/// 80 characters; no two buttons of a message may have the same id:
/// https://discord.com/developers/docs/components/reference#button.
/// </summary>
internal static class ReplyButtons
{
    private const int LabelLimit = 80;
    private const string AnotherTip = "Another tip";

    public static IReadOnlyList<Component> Of(ChatReply reply, bool canShare, string? deliveryKey)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var rows = new[]
        {
            Buttons(NextSteps(reply, deliveryKey), used).Take(ChatReply.MaxFollowUps),
            Buttons([.. NextTip(deliveryKey), .. Ratings(reply), .. Sharing(reply, canShare)], used),
        };
        return [.. rows.Select(row => row.ToList()).Where(row => row.Count > 0).Select(Component.Row)];
    }

    // Those whose id is too long or taken are left out.
    private static IEnumerable<Component> Buttons(IEnumerable<(string Label, ButtonId Id)> buttons, HashSet<string> used)
    {
        foreach (var (label, id) in buttons)
        {
            if (DiscordText.Clip(label, LabelLimit) is { Length: > 0 } clipped && id.Write() is { } written && used.Add(written))
            {
                yield return Component.Button(clipped, written);
            }
        }
    }

    // A delivered tip has its own button for the next one.
    private static IEnumerable<(string Label, ButtonId Id)> NextSteps(ChatReply reply, string? deliveryKey) =>
        from next in reply.FollowUps
        where deliveryKey is null || next.Label != AnotherTip
        select (next.Label, next.OpensForm ? (ButtonId)new ButtonId.Form(next.Says) : new ButtonId.Say(next.Says));

    private static IEnumerable<(string Label, ButtonId Id)> NextTip(string? deliveryKey) =>
        deliveryKey is null ? [] : [(AnotherTip, new ButtonId.Tip(deliveryKey))];

    private static IEnumerable<(string Label, ButtonId Id)> Ratings(ChatReply reply) =>
        reply is { Sources: [_, ..], Outcome: { Kind: OutcomeKind.Answer, Topic: { } topic } }
            ? [("👍", new ButtonId.Say($"rate good {topic}")), ("👎", new ButtonId.Say($"rate poor {topic}"))]
            : [];

    private static IEnumerable<(string Label, ButtonId Id)> Sharing(ChatReply reply, bool canShare) =>
        canShare && reply is { IsPrivate: false, Permalink: { } line } ? [("Share in channel", new ButtonId.Share(line))] : [];
}
