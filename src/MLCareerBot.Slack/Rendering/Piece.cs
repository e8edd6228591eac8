using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>A part of a reply that stays in one message.</summary>
/// <param name="Text">The same as mrkdwn; at most <see cref="TextLimit"/> characters.</param>
/// <param name="Blocks">What people see.</param>
internal sealed record Piece(string Text, params IReadOnlyList<SlackBlock> Blocks)
{
    /// <summary>Of a message's text. Slack takes more and then cuts it: https://docs.slack.dev/reference/methods/chat.postMessage#truncating.</summary>
    public const int TextLimit = 4_000;

    /// <summary>One piece, if these fit a message together.</summary>
    public static IEnumerable<Piece> Join(params IReadOnlyList<Piece> pieces) =>
        pieces.Sum(piece => piece.Text.Length + 1) - 1 is > 0 and <= TextLimit
            ? [new(string.Join('\n', pieces.Select(piece => piece.Text)), [.. Merge(pieces.SelectMany(piece => piece.Blocks))])]
            : pieces;

    // A list stands close to the line above it in one block, and far from it in two.
    private static List<SlackBlock> Merge(IEnumerable<SlackBlock> blocks)
    {
        var merged = new List<SlackBlock>();
        foreach (var block in blocks)
        {
            if (merged is [.., RichTextBlock { Elements: [RichTextSection] } line] && block is RichTextBlock { Elements: [RichTextList] } list)
            {
                merged[^1] = new RichTextBlock([.. line.Elements, .. list.Elements]);
            }
            else
            {
                merged.Add(block);
            }
        }

        return merged;
    }
}
