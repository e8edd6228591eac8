namespace MLCareerBot.Discord.Rendering;

/// <summary>Lines that stay in one message if they fit: a heading and what it heads, a list, a record.</summary>
internal sealed record Section(params IReadOnlyList<MarkdownLine> Lines)
{
    private const string Fence = "```";
    private const int BothFences = 2 * 4;

    public override string ToString() => string.Join('\n', Fenced());

    private int Fences => Lines.Any(line => line.IsCode) ? BothFences : 0;

    /// <summary>The section, or several that are no longer than the limit; a cut code block is closed and opened again.</summary>
    public IEnumerable<Section> Fit(int limit) =>
        Lines.Sum(line => line.Length + 1) - 1 + Fences <= limit ? [this] : Split(limit - Fences);

    private IEnumerable<Section> Split(int room)
    {
        var (taken, length) = (new List<MarkdownLine>(), 0);
        foreach (var line in Lines)
        {
            // A line too long for any message begins right here, unless little room is left.
            var left = room - length - 1;
            foreach (var part in line.Fit(line.Length > room && left > room / 2 ? left : room, room))
            {
                if (taken.Count > 0 && length + 1 + part.Length > room)
                {
                    yield return new([.. taken]);
                    taken.Clear();
                    length = 0;
                }

                length += part.Length + (taken.Count > 0 ? 1 : 0);
                taken.Add(part);
            }
        }

        yield return new([.. taken]);
    }

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
