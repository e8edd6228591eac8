using System.Diagnostics;
using System.Text;
using MLCareerBot.Chat;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Turns a reply into text for a terminal, as wide as it is.</summary>
/// <param name="width">Columns.</param>
/// <param name="styled">False for text without a single control code.</param>
internal sealed class ConsoleRenderer(int width, bool styled)
{
    private const int Unlimited = 100_000;

    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    private readonly ConsoleCanvas _canvas = new(width, styled);

    /// <summary>The whole reply: title, blocks, sources, and what to type for more.</summary>
    public string Render(ChatReply reply) =>
        string.Join("\n\n", new[] { _canvas.Draw(Line(reply.Title, Strong)), Render(reply.Blocks), SourceLine(reply), FollowUps(reply) }
            .Where(part => part.Length > 0));

    /// <summary>The blocks alone as plain text, lines as long as their paragraphs: for programs, not for people.</summary>
    public static string PlainText(IReadOnlyList<ReplyBlock> blocks) => new ConsoleRenderer(Unlimited, styled: false).Render(blocks);

    /// <summary>The blocks, one below the other.</summary>
    public string Render(IReadOnlyList<ReplyBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(_canvas.Draw(Shape(block))).Append(block is ReplyBlock.Heading ? "\n" : "\n\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private IRenderable Shape(ReplyBlock block) => block switch
    {
        ReplyBlock.Heading(var text) => Line(text, Strong),
        ReplyBlock.Paragraph(var text) => Line(text),
        ReplyBlock.Note(var text) => Line(text, Faint),
        ReplyBlock.Moment(var label, var text, _) => Line($"{label}: {text}", Strong),
        ReplyBlock.BulletList(var items) => Listed(items, _ => "-"),
        ReplyBlock.NumberedList(var items) => Listed(items, index => $"{index + 1}."),
        ReplyBlock.Table table => new ConsoleTable(table).Shape(width, styled),
        ReplyBlock.FactCard card => Card(card),
        _ => throw new UnreachableException($"No terminal form for {block.GetType().Name}."),
    };

    private IRenderable Card(ReplyBlock.FactCard card)
    {
        var lines = new Rows(
        [
            Line($"{card.Name}: {card.Value}", Strong),
            .. card.Details.Select(detail => Indented($"{detail.Label}: {detail.Value}")),
            Indented(card.Caveat, Faint),
        ]);
        return styled ? new Panel(lines) { Border = BoxBorder.Rounded } : lines;
    }

    private string SourceLine(ChatReply reply) =>
        reply.Sources.Count == 0 ? "" : _canvas.Draw(Line(
            "Source: " + string.Join(" · ", reply.Sources.Select(source => $"{source.Id}, {source.Title} ({source.Date})")), Faint));

    private string FollowUps(ChatReply reply) =>
        reply.FollowUps.Count == 0 ? "" : _canvas.Draw(Listed([.. reply.FollowUps.Select(next => next.Label)], index => $" {index + 1} "));

    /// <summary>Items behind their marks, with all their lines indented as the first.</summary>
    private static Grid Listed(IReadOnlyList<string> items, Func<int, string> mark)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 1, 0), Alignment = Justify.Right })
            .AddColumn(new GridColumn { Padding = new(0) });
        for (var index = 0; index < items.Count; index++)
        {
            grid.AddRow(new Text(mark(index), Strong), Line(items[index]));
        }

        return grid;
    }

    private static Padder Indented(string text, Style? style = null) => new(Line(text, style), new(2, 0, 0, 0));

    // Text, never Markup: a pack's square brackets are square brackets.
    private static Text Line(string text, Style? style = null) => new(TerminalText.Of(text), style);
}
