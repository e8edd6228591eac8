namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>
/// Counts brackets before the parser sees them. YamlDotNet's scanner reads ahead within a line, and long runs of
/// brackets have overflowed the stack, which no program survives. Bounding a line bounds the scanner; depth over
/// several lines is bounded event by event.
/// </summary>
internal static class YamlBrackets
{
    public const int LineLimit = 64;

    /// <summary>The first line with more opening brackets than anyone writes, or null.</summary>
    public static int? FindCrowdedLine(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var range in text.Split('\n'))
        {
            number++;
            var line = text[range];
            if (line.Count('[') + line.Count('{') > LineLimit)
            {
                return number;
            }
        }

        return null;
    }
}
