using YamlDotNet.Core;

namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>The parser's errors in words that tell a writer what to do.</summary>
internal static class YamlTrouble
{
    /// <summary>For failures without an error of their own, of which the unclosed list is the common one.</summary>
    public const string Unclosed = "The YAML cannot be read from here on; close every '[', '{' and quote, and put text that holds one of them in quotes.";

    private static readonly (string Error, string Words)[] Known =
    [
        ("invalid mapping", "This value holds ': ', or the line is indented too far; put the value in quotes or mend the indentation."),
        ("Mapping values are not allowed", "This value holds ': '; put the whole value in quotes."),
        ("cannot start any token", "A value must not start with this character; put the value in quotes."),
        ("while scanning a quoted scalar, found unexpected end of stream", "A quote opens here and is never closed; add the closing quote."),
        ("double-quoted scalar, found wrong indentation", "A quote opens here and is not closed on its line; add the closing quote."),
        ("single-quoted scalar, found wrong indentation", "A quote opens here and is not closed on its line; add the closing quote."),
        ("unknown escape character", "A backslash in double quotes has no meaning here; use single quotes."),
        ("could not find expected ':'", "This line is neither a field nor indented below one; write 'name: value', or indent it."),
        ("Block sequence entries are not allowed", "A list item cannot start here; put it on a line of its own, or put the value in quotes."),
        ("did not find expected key", "These lines do not line up; check the indentation here and above, that each field has its ': ', and that nothing follows a closing quote."),
        ("did not find expected '-' indicator", "These lines do not line up; start every item of the list with '- ' in the same column."),
        ("did not find expected ','", "A list or map in brackets is not closed, or a comma is missing; close it."),
        ("did not find expected node content", "A bracket or comma stands where a value is expected; put the value in quotes."),
        ("block scalar", "Nothing but a line end may follow '|' or '>'; put the text on the next line, indented."),
        ("anchor or alias", "'*' or '&' starts this value; put the value in quotes."),
        ("<document end>", "These lines do not line up; check the indentation here and above."),
    ];

    public static string InPlainWords(YamlException exception)
    {
        foreach (var (error, words) in Known)
        {
            if (exception.Message.Contains(error, StringComparison.OrdinalIgnoreCase))
            {
                return words;
            }
        }

        return $"The YAML cannot be read here ({Wording.Printable(exception.Message)}); check quotes, brackets and indentation.";
    }
}
