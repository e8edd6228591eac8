namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>The lines typed before, for as long as the program runs: what people ask is not kept on disk.</summary>
internal sealed class LineHistory
{
    private const int Most = 500;

    private readonly List<string> _lines = [];
    private string _draft = "";
    private int _at;

    /// <summary>Remembers a line and goes back to the newest.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && !line.Equals(_lines.LastOrDefault(), StringComparison.Ordinal))
        {
            _lines.Add(line);
        }

        if (_lines.Count > Most)
        {
            _lines.RemoveAt(0);
        }

        _at = _lines.Count;
    }

    /// <summary>The line before the one shown, or the same if there is none.</summary>
    public string Earlier(string shown)
    {
        if (_at == _lines.Count)
        {
            _draft = shown;
        }

        return _at == 0 ? shown : _lines[--_at];
    }

    /// <summary>The line after the one shown; after the newest, what was being typed.</summary>
    public string Later(string shown)
    {
        if (_at == _lines.Count)
        {
            return shown;
        }

        return ++_at == _lines.Count ? _draft : _lines[_at];
    }
}
