using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>
/// Spreads pieces over as few messages as they need. A message may have 50 blocks of about 13,200 characters in all, and
/// a text; the text has every word of the blocks, so that its own limit keeps the blocks far from theirs:
/// https://docs.slack.dev/reference/block-kit/blocks.
/// </summary>
internal static class MessagePages
{
    /// <summary>Blocks of a message, with two rows of buttons to come.</summary>
    private const int MostBlocks = 50 - 2;

    private const string Gap = "\n\n";

    public static IEnumerable<SlackMessage> Of(IEnumerable<Piece> pieces)
    {
        var (text, blocks) = ("", new List<SlackBlock>());
        foreach (var piece in pieces)
        {
            if (blocks.Count > 0 && (text.Length + Gap.Length + piece.Text.Length > Piece.TextLimit || blocks.Count + piece.Blocks.Count > MostBlocks))
            {
                yield return new(text, [.. blocks]);
                (text, blocks) = ("", []);
            }

            text += (blocks.Count > 0 ? Gap : "") + piece.Text;
            blocks.AddRange(piece.Blocks);
        }

        if (blocks.Count > 0)
        {
            yield return new(text, blocks);
        }
    }
}
