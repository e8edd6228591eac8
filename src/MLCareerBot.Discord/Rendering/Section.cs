namespace MLCareerBot.Discord.Rendering;

/// <summary>Lines that stay in one message if they fit: a heading and what it heads, a list, a record.</summary>
internal sealed record Section(params IReadOnlyList<MarkdownLine> Lines)
{
    private const string Fence = "```";
    private const int BothFences = 2 * 4;

    public override string ToString() => string.Join('\n', Fenced());

    /// <summary>The section, or several that are no longer than the limit; a cut code block is closed and opened again.</summary>
    public IEnumerable<Section> Fit(int limit)
    {
        if (LengthOf(Lines) <= limit)
        {
            return [this];
        }

        var room = limit - (Lines.Any(line => line.IsCode) ? BothFences : 0);
        return Split(Lines.SelectMany(line => line.Fit(room)), room);
    }

    private static IEnumerable<Section> Split(IEnumerable<MarkdownLine> lines, int room)
    {
        var (taken, length) = (new List<MarkdownLine>(), 0);
        foreach (var line in lines)
        {
            if (taken.Count > 0 && length + 1 + line.Length > room)
            {
                yield return new([.. taken]);
                taken.Clear();
                length = 0;
            }

            length += line.Length + (taken.Count > 0 ? 1 : 0);
            taken.Add(line);
        }

        yield return new([.. taken]);
    }

    private static int LengthOf(IReadOnlyList<MarkdownLine> lines) =>
        lines.Sum(line => line.Length + 1) - 1 + (lines.Any(line => line.IsCode) ? BothFences : 0);

    private IEnumerable<string> Fenced()
    {
        var isCode = false;
        foreach (var line in Lines)
        {
            if (line.IsCode != isCode)
            {
                yield return Fence;
                isCode = line.IsCode;
            }

            yield return line.ToString();
        }

        if (isCode)
        {
            yield return Fence;
        }
    }
}
