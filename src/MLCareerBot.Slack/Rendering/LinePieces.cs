using System.Globalization;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>
/// Texts as blocks. Paragraphs and lists are rich text: nothing in it is markup, so nothing has to be escaped and whatever
/// somebody wrote shows as it is; its lists indent on a phone, which mrkdwn has none of. Small print is a context block,
/// which takes no rich text: plain text there, and mrkdwn only around code.
/// </summary>
internal static class LinePieces
{
    /// <summary>Of one text in a block: https://docs.slack.dev/reference/block-kit/composition-objects/text-object, and room for our marks.</summary>
    public const int Limit = 2_980;

    private const int HeaderLimit = 150;

    /// <summary>A label and a date; beyond that it is none of ours.</summary>
    private const int LongestMoment = 500;

    public static IEnumerable<Piece> Title(string text) => Wording.Of(text).SelectMany(title => title.Text.Length <= HeaderLimit
        ? [new Piece($"*{title.Mrkdwn}*", new HeaderBlock(TextObject.Plain(title.Text)))]
        : Strong(text));

    public static IEnumerable<Piece> Strong(string text) => Parts(text)
        .Select(part => new Piece($"*{part.Mrkdwn}*", Block(new RichTextSection(part.Rich(isStrong: true)))));

    public static IEnumerable<Piece> Paragraph(string text) => Parts(text).Select(Paragraph);

    public static IEnumerable<Piece> Small(string text) => Parts(text).Select(part => new Piece(
        part.Mrkdwn, new ContextBlock([part.HasCode ? TextObject.Mrkdwn(part.Mrkdwn) : TextObject.Plain(part.Text)])));

    /// <summary>
    /// The zone's words, and the time once more in the reader's own zone, which Slack fills in:
    /// https://docs.slack.dev/messaging/formatting-message-text/#date-formatting.
    /// </summary>
    public static IEnumerable<Piece> Moment(ReplyBlock.Moment moment) => Wording.Of($"{moment.Label}: {moment.LocalText}").SelectMany(wording => wording.Split(LongestMoment)).Take(1).Select(part => new Piece(
        part.Mrkdwn,
        new SectionBlock
        {
            Text = TextObject.Mrkdwn(string.Create(
                CultureInfo.InvariantCulture,
                $"{part.Mrkdwn} (<!date^{moment.At.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}}|{moment.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC>)")),
        }));

    public static IEnumerable<Piece> List(IEnumerable<string> items, bool isOrdered = false)
    {
        var list = new ListPiece(isOrdered);
        foreach (var item in items.SelectMany(Wording.Of))
        {
            var parts = item.Split(Limit).ToList();
            if (!list.HasRoomFor(parts[0]))
            {
                yield return list.Take();
            }

            list.Add(parts[0]);
            if (parts.Count > 1)
            {
                yield return list.Take();
            }

            foreach (var part in parts.Skip(1))
            {
                yield return Paragraph(part);
            }
        }

        if (!list.IsEmpty)
        {
            yield return list.Take();
        }
    }

    private static IEnumerable<Wording> Parts(string text) => Wording.Of(text).SelectMany(wording => wording.Split(Limit));

    private static Piece Paragraph(Wording part) => new(part.Mrkdwn, Block(new RichTextSection(part.Rich())));

    private static RichTextBlock Block(RichTextPart part) => new([part]);
}
