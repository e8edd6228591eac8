using System.Text;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>
/// Reads lines that end at a line feed and nowhere else: a carriage return or an exotic separator inside a message
/// does not make two of it.
/// </summary>
internal sealed class LineReader(TextReader reader)
{
    // A message, not a file: what goes beyond is dropped, so that no input fills the memory.
    private const int Longest = 1024 * 1024;

    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null when there are no more.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        _line.Clear();
        while (await FillAsync(cancellationToken))
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOf('\n');
            Take(length < 0 ? rest : rest[..length]);
            if (length >= 0)
            {
                _start += length + 1;
                return Finish();
            }

            _start = _end;
        }

        return _line.Length > 0 ? Finish() : null;
    }

    // The terminal's own reads cannot be cancelled: the wait is, and the read is left behind.
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, await Task.Run(() => reader.Read(_buffer), CancellationToken.None).WaitAsync(cancellationToken));
        }

        return _end > 0;
    }

    private void Take(ReadOnlySpan<char> text) => _line.Append(text[..Math.Min(text.Length, Longest - _line.Length)]);

    private string Finish()
    {
        var length = _line.Length > 0 && _line[^1] == '\r' ? _line.Length - 1 : _line.Length;
        return _line.ToString(0, length);
    }
}
