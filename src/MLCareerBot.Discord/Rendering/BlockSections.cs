using System.Diagnostics;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Rendering;

/// <summary>A reply as lines of Markdown, in sections between which a message may end.</summary>
internal static class BlockSections
{
    /// <summary>Small grey print.</summary>
    public const string Subtext = "-# ";

    private const string Title = "## ";
    private const string Heading = "### ";
    private const string Bold = "**";

    /// <summary>The title, the blocks and the line that names the sources.</summary>
    public static IEnumerable<Section> Of(ChatReply reply)
    {
        // Headings wait for what they head.
        List<MarkdownLine> heading = [.. Line(Title, reply.Title)];
        foreach (var block in reply.Blocks)
        {
            if (block is ReplyBlock.Heading(var text))
            {
                heading.AddRange(Line(Heading, text));
                continue;
            }

            foreach (var section in SectionsOf(block).Where(section => section.Lines.Count > 0))
            {
                yield return new([.. heading, .. section.Lines]);
                heading.Clear();
            }
        }

        if (heading.Count > 0)
        {
            yield return new([.. heading]);
        }

        if (reply.Sources.Count > 0)
        {
            yield return new([.. Line(Subtext, SourcesOf(reply))]);
        }
    }

    /// <summary>Text behind its mark; nothing where nothing would be seen.</summary>
    public static IEnumerable<MarkdownLine> Line(string opening, string text, string closing = "") =>
        DiscordText.EscapeAroundCode(text).Trim() is { Length: > 0 } escaped ? [new(opening, escaped, closing)] : [];

    public static IEnumerable<MarkdownLine> Strong(string text) => Line(Bold, text, Bold);

    private static IEnumerable<Section> SectionsOf(ReplyBlock block) => block switch
    {
        ReplyBlock.Paragraph(var text) => [new([.. Line("", text)])],
        ReplyBlock.Note(var text) => [new([.. Line(Subtext, text)])],
        ReplyBlock.BulletList(var items) => [new([.. items.SelectMany(Item)])],
        ReplyBlock.NumberedList(var items) => [new([.. items.SelectMany((text, index) => Item($"{index + 1}. ", text))])],
        ReplyBlock.Moment moment => [new([.. Moment(moment)])],
        ReplyBlock.FactCard card => [Card(card)],
        ReplyBlock.Table table => TableSections.Of(table),
        _ => throw new UnreachableException($"No Discord form for {block.GetType().Name}."),
    };

    private static IEnumerable<MarkdownLine> Item(string text) => Item("- ", text);

    private static IEnumerable<MarkdownLine> Item(string mark, string text) =>
        Line(mark, text).Select(line => line with { Continuation = "" });

    // Discord writes the time once more in the reader's own zone: https://discord.com/developers/docs/reference#message-formatting.
    private static IEnumerable<MarkdownLine> Moment(ReplyBlock.Moment moment) =>
        Line($"{Bold}{DiscordText.EscapeAroundCode(moment.Label).Trim()}:{Bold} ", moment.LocalText, $" (<t:{moment.At.ToUnixTimeSeconds()}:F>)");

    private static Section Card(ReplyBlock.FactCard card) => new(
    [
        .. Strong($"{card.Name}: {card.Value}"),
        .. card.Details.SelectMany(detail => Item($"{detail.Label}: {detail.Value}")),
        .. Line(Subtext, card.Caveat),
    ]);

    private static string SourcesOf(ChatReply reply) =>
        "Source: " + string.Join(" · ", reply.Sources.Select(source => $"{source.Id}, {source.Title} ({source.Date})"));
}
