using System.Buffers;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>Collects one message, up to a limit.</summary>
internal sealed class MessageBuffer
{
    /// <summary>The longest message taken, in bytes. Slack's own are far below.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private const int Chunk = 4096;
    private const int WorthKeeping = 256 * 1024;

    private ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Room for the next bytes; <see cref="Advance"/> says how many there were.</summary>
    public Memory<byte> Room() => _bytes.GetMemory(Chunk);

    /// <exception cref="InvalidDataException">The message is too long.</exception>
    public void Advance(int count)
    {
        _bytes.Advance(count);
        if (_bytes.WrittenCount > Limit)
        {
            throw new InvalidDataException($"A message is longer than {Limit} bytes.");
        }
    }

    /// <summary>Makes ready for the next message. The room a rare large one took is given back.</summary>
    public void Clear()
    {
        if (_bytes.Capacity > WorthKeeping)
        {
            _bytes = new();
        }

        _bytes.ResetWrittenCount();
    }
}
