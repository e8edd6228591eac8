using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Rendering;

/// <summary>Collects the items of a list that stand in one block.</summary>
internal sealed class ListPiece(bool isOrdered)
{
    private readonly List<Wording> _items = [];
    private readonly List<string> _lines = [];
    private int _taken;
    private int _length;

    public bool IsEmpty => _items.Count == 0;

    public bool HasRoomFor(Wording item) => IsEmpty || _length + 1 + LineOf(item).Length <= LinePieces.Limit;

    public void Add(Wording item)
    {
        var line = LineOf(item);
        _length += line.Length + (IsEmpty ? 0 : 1);
        _lines.Add(line);
        _items.Add(item);
    }

    /// <summary>What was collected; the next items go on counting.</summary>
    public Piece Take()
    {
        var list = new RichTextList(isOrdered ? "ordered" : "bullet", [.. _items.Select(item => new RichTextSection(item.Rich()))])
        {
            Offset = isOrdered && _taken > 0 ? _taken : null,
        };
        var piece = new Piece(string.Join('\n', _lines), new RichTextBlock([list]));
        _taken += _items.Count;
        _length = 0;
        _items.Clear();
        _lines.Clear();
        return piece;
    }

    private string LineOf(Wording item) => isOrdered ? $"{_taken + _items.Count + 1}. {item.Mrkdwn}" : $"• {item.Mrkdwn}";
}
