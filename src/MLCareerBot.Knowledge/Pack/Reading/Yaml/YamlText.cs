namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>A text and the line it is on.</summary>
internal readonly record struct Written(string Text, int Line);

/// <summary>Takes texts out of a tree; what is no text becomes a fault and an empty string.</summary>
internal static class YamlText
{
    /// <summary>One text of one line.</summary>
    /// <param name="file">The file it is in.</param>
    /// <param name="node">What is written.</param>
    /// <param name="what">What a fault calls it.</param>
    /// <param name="line">Where a fault points to when nothing is written.</param>
    public static Written Read(YamlFile file, YamlNode node, string what, int line)
    {
        if (node is not YamlNode.Scalar scalar)
        {
            file.Fault(node.Line, $"{what} must be text, and not {node.Name}; put it in quotes if it holds ': ' or starts with a bracket.");
        }
        else if (scalar.IsEmpty)
        {
            file.Fault(line, $"{what} is empty; fill it in or take it out.");
        }
        else if (FaultOf(scalar.Text, what) is { } fault)
        {
            file.Fault(scalar.Line, fault);
        }
        else
        {
            return new(scalar.Text, scalar.Line);
        }

        return new("", line);
    }

    /// <summary>A list of texts, none of them twice.</summary>
    public static IReadOnlyList<Written> ReadAll(YamlFile file, YamlField field)
    {
        if (field.Value is not YamlNode.List list)
        {
            file.Fault(field.Line, $"'{field.Name}' must be a list, one item per line after '- ', and not {field.Value.Name}.");
            return [];
        }

        var texts = new List<Written>(list.Items.Count);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in list.Items)
        {
            var written = Read(file, item, $"Each item of '{field.Name}'", item.Line);
            if (written.Text.Length > 0 && seen.Add(written.Text))
            {
                texts.Add(written);
            }
            else if (written.Text.Length > 0)
            {
                file.Fault(written.Line, $"{Wording.Quote(written.Text)} is listed twice in '{field.Name}'; keep one.");
            }
        }

        return texts;
    }

    private static string? FaultOf(string text, string what)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return $"{what} has line breaks in it; write it as one paragraph (after '>' if it is long).";
        }

        // The file has none, but "\u202E" in double quotes writes one.
        var unwanted = UnwantedCharacter.Find(text, 0, allowTabs: false);
        return unwanted < 0 ? null : UnwantedCharacter.Describe(text, unwanted);
    }
}
