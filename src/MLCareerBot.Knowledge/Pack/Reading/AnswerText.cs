using Markdig;
using Markdig.Syntax;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>
/// Reads an answer. Every platform can show paragraphs and simple lists and no two agree on more, so what is not on
/// this short list of Markdown is refused with its line instead of being shown as stray characters.
/// </summary>
internal sealed class AnswerText
{
    private const string Allowed = "an answer has paragraphs, '- ' lists and '1. ' lists, and nothing else";

    // Markdown is not even parsed when it is hopelessly long: strange input can take long in strange ways.
    private const int RawLimit = 4 * PackLimits.AnswerCharacters;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { PreciseSourceLocation = true }.Build();

    private readonly string _path;
    private readonly int _linesAbove;
    private readonly FaultList _faults;
    private readonly List<AnswerBlock> _blocks = [];

    private AnswerText(string path, int linesAbove, FaultList faults) =>
        (_path, _linesAbove, _faults) = (path, linesAbove, faults);

    /// <summary>The answer's blocks; whatever is wrong with them is a fault.</summary>
    public static IReadOnlyList<AnswerBlock> Read(string path, string body, int linesAbove, FaultList faults)
    {
        var answer = new AnswerText(path, linesAbove, faults);
        answer.Read(body);
        return answer._blocks;
    }

    /// <summary>Characters of the text that a reader sees, list marks not counted.</summary>
    public static int CountCharacters(IEnumerable<AnswerBlock> blocks) => blocks.Sum(block => block switch
    {
        AnswerBlock.Paragraph(var text) => text.Length,
        AnswerBlock.Bullets(var items) => items.Sum(item => item.Length),
        AnswerBlock.Steps(var items) => items.Sum(item => item.Length),
        _ => 0,
    });

    private void Read(string body)
    {
        var text = body.AsSpan().Trim();
        var firstLine = 1 + body.AsSpan(0, body.Length - body.AsSpan().TrimStart().Length).Count('\n');
        if (text.IsEmpty)
        {
            Refuse(1, "The answer is missing; write it below the front matter.");
            return;
        }

        if (text.Length <= RawLimit)
        {
            ReadMarkdown(body);
        }

        var count = text.Length <= RawLimit ? CountCharacters(_blocks) : text.Length;
        if (count > PackLimits.AnswerCharacters)
        {
            Refuse(firstLine, $"The answer has {count:N0} characters; shorten it to {PackLimits.AnswerCharacters:N0}.");
        }
    }

    private void ReadMarkdown(string body)
    {
        RefuseUnparsed(body);
        foreach (var block in Parse(body))
        {
            if (block is ParagraphBlock paragraph)
            {
                _blocks.Add(new AnswerBlock.Paragraph(ReadLine(paragraph)));
            }
            else if (block is ListBlock list)
            {
                ReadList(list);
            }
            else
            {
                Refuse(block);
            }
        }
    }

    private MarkdownDocument Parse(string body)
    {
        try
        {
            return Markdown.Parse(body, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's word for nesting past its limit.
            Refuse(1, $"The answer is nested too deeply; {Allowed}.");
            return [];
        }
    }

    private void ReadList(ListBlock list)
    {
        if (list.IsOrdered ? list.OrderedDelimiter != '.' : list.BulletType != '-')
        {
            Refuse(list.Line + 1, "Lists start with '- ' or '1. '; write this one so.");
        }
        else if (list.IsOrdered && list.OrderedStart is not (null or "1"))
        {
            Refuse(list.Line + 1, $"This numbered list starts at {list.OrderedStart}; start it at 1, or reword a sentence that starts with a number and a full stop.");
        }

        var items = list.OfType<ListItemBlock>().Select(ReadItem).ToList();
        _blocks.Add(list.IsOrdered ? new AnswerBlock.Steps(items) : new AnswerBlock.Bullets(items));
    }

    private string ReadItem(ListItemBlock item)
    {
        if (item is [ParagraphBlock only])
        {
            return ReadLine(only);
        }

        if (item.Count == 0)
        {
            Refuse(item.Line + 1, "This list item is empty; fill it in or take it out.");
        }

        foreach (var block in item.Where(block => block is not ParagraphBlock))
        {
            Refuse(block);
        }

        foreach (var block in item.OfType<ParagraphBlock>().Skip(1))
        {
            Refuse(block.Line + 1, "A list item has one paragraph; join this one to it, or take the indentation out.");
        }

        return "";
    }

    private string ReadLine(ParagraphBlock paragraph) =>
        AnswerLine.Read(paragraph, (line, what) => Refuse(line + 1, $"Take out {what}; {Allowed}."));

    private void RefuseUnparsed(string body)
    {
        var number = 0;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            number++;
            if (AnswerLine.FindUnparsed(body.AsSpan(range)) is { } what)
            {
                Refuse(number, $"Take out {what}; {Allowed}.");
            }
        }
    }

    private void Refuse(Block block)
    {
        var (line, what) = MarkdownNames.Of(block);
        Refuse(line + 1, $"Take out {what}; {Allowed}.");
    }

    private void Refuse(int line, string message) => _faults.Add(new(_path, _linesAbove + line), message);
}
