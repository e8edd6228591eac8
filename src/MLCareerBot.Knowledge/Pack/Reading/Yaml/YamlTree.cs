using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>
/// Builds the tree of one YAML file from the parser's events. Only text, lists and maps: anchors, aliases and tags
/// are what YAML bombs are made of, and no writer needs them. The parser's objects and reflection stay unused, for
/// safety and for the first prompt's sake.
/// </summary>
internal sealed class YamlTree
{
    private readonly string _path;
    private readonly int _linesAbove;
    private readonly FaultList _faults;
    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string path, string text, int linesAbove, FaultList faults)
    {
        (_path, _linesAbove, _faults) = (path, linesAbove, faults);
        _parser = new(new StringReader(text));
    }

    /// <summary>The root, or null when a fault was added that leaves the file unread.</summary>
    /// <param name="path">The file, for faults.</param>
    /// <param name="text">YAML with LF line ends.</param>
    /// <param name="linesAbove">Lines of the file that come before the text.</param>
    /// <param name="faults">Where faults go.</param>
    public static YamlNode? Read(string path, string text, int linesAbove, FaultList faults)
    {
        if (YamlBrackets.FindCrowdedLine(text) is { } line)
        {
            faults.Add(new(path, linesAbove + line), $"More than {YamlBrackets.LineLimit} brackets open in this line; write the list with one item per line.");
            return null;
        }

        return new YamlTree(path, text, linesAbove, faults).Read();
    }

    private YamlNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (Refusal refusal)
        {
            Add(refusal.Start, refusal.Message);
        }
        catch (YamlException exception)
        {
            Add(exception.Start, YamlTrouble.InPlainWords(exception));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser is a stranger: on some broken files it fails by whatever exception its inner state leads to
            // (an unclosed '[' is an InvalidOperationException). No file may stop the program, so all end here.
            Add(_parser.Current?.Start ?? Mark.Empty, YamlTrouble.Unclosed);
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        Expect<StreamStart>();
        _parser.MoveNext();
        if (_parser.Current is StreamEnd)
        {
            Add(Mark.Empty, "The file has no content; fill it in (an empty list is written []).");
            return null;
        }

        _parser.MoveNext();
        var root = ReadNode(1);
        Expect<DocumentEnd>();
        _parser.MoveNext();
        return _parser.Current is StreamEnd
            ? root
            : throw new Refusal(_parser.Current!, "A second document begins here; keep one per file, without '---' or '...' between the lines.");
    }

    private void Expect<T>()
        where T : ParsingEvent
    {
        if (!_parser.MoveNext() || _parser.Current is not T)
        {
            throw new Refusal(_parser.Current!, "The YAML cannot be read from here on.");
        }
    }

    private YamlNode ReadNode(int depth)
    {
        var node = _parser.Current!;
        if (depth > PackLimits.Depth)
        {
            throw new Refusal(node, $"The nesting is deeper than {PackLimits.Depth} levels; write it flatter.");
        }

        if (++_nodes > PackLimits.Nodes)
        {
            throw new Refusal(node, $"The file has more than {PackLimits.Nodes:N0} values; split it or shorten it.");
        }

        RefuseDecoration(node);
        return node switch
        {
            Scalar scalar => new YamlNode.Scalar(LineOf(node.Start), scalar.Value.Trim(), scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(node, depth),
            MappingStart => ReadMap(node, depth),
            _ => new YamlNode.Scalar(LineOf(node.Start), "*", isPlain: false),
        };
    }

    private YamlNode.List ReadList(ParsingEvent start, int depth)
    {
        var list = new YamlNode.List(LineOf(start.Start));
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            list.Items.Add(ReadNode(depth + 1));
        }

        return list;
    }

    private YamlNode.Map ReadMap(ParsingEvent start, int depth)
    {
        var map = new YamlNode.Map(LineOf(start.Start));
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = _parser.Current!;
            var name = ReadNode(depth + 1);
            _parser.MoveNext();
            var value = ReadNode(depth + 1);
            if (name is not YamlNode.Scalar { Text: var text })
            {
                Add(key.Start, "A field's name must be plain text; this is " + name.Name + ".");
            }
            else if (!names.Add(text))
            {
                Add(key.Start, $"The field {Wording.Quote(text)} is there twice; keep one.");
            }
            else
            {
                map.Fields.Add(new(text, name.Line, value));
            }
        }

        return map;
    }

    private void RefuseDecoration(ParsingEvent node)
    {
        if (node is AnchorAlias)
        {
            Add(node.Start, "'*' starts a YAML alias here; write the value out, or put it in quotes if it is text.");
        }
        else if (node is NodeEvent { Anchor.IsEmpty: false })
        {
            Add(node.Start, "'&' starts a YAML anchor here; take it out, or put the value in quotes if it is text.");
        }
        else if (node is NodeEvent { Tag: { IsEmpty: false } or { IsNonSpecific: true } })
        {
            Add(node.Start, "'!' starts a YAML tag here; take it out, or put the value in quotes if it is text.");
        }
    }

    private void Add(Mark mark, string message) => _faults.Add(new(_path, LineOf(mark)), message);

    private int LineOf(Mark mark) => _linesAbove + (int)mark.Line;

    private sealed class Refusal(ParsingEvent at, string message) : YamlException(at.Start, at.End, message);
}
