using System.IO.Compression;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>
/// Undoes zlib-stream: a single stream over a whole connection, flushed after each message
/// (https://discord.com/developers/docs/events/gateway#zlibstream).
/// </summary>
internal sealed class MessageInflater : IDisposable
{
    private const uint FlushMark = 0x0000FFFF;

    private readonly MemoryStream _input = new();
    private readonly ZLibStream _stream;
    private int _length;
    private uint _lastFour = uint.MaxValue;

    public MessageInflater() => _stream = new(_input, CompressionMode.Decompress);

    /// <summary>Whether what came in ends with a flush, which is where a message ends.</summary>
    public bool IsAtEnd => _lastFour == FlushMark;

    /// <summary>Inflates the next bytes of the message.</summary>
    /// <exception cref="InvalidDataException">The bytes are not zlib, or the message is too long.</exception>
    public void Inflate(ReadOnlySpan<byte> compressed, MessageBuffer message)
    {
        _length += compressed.Length;
        if (_length > MessageBuffer.Limit)
        {
            throw new InvalidDataException($"A compressed message is longer than {MessageBuffer.Limit} bytes.");
        }

        Remember(compressed);
        _input.SetLength(0);
        _input.Write(compressed);
        _input.Position = 0;
        while (_stream.Read(message.Room()) is > 0 and var count)
        {
            message.Advance(count);
        }
    }

    /// <summary>Makes ready for the next message of the same stream.</summary>
    public void Next() => (_length, _lastFour) = (0, uint.MaxValue);

    public void Dispose() => _stream.Dispose();

    private void Remember(ReadOnlySpan<byte> compressed)
    {
        foreach (var one in compressed[^Math.Min(compressed.Length, sizeof(uint))..])
        {
            _lastFour = (_lastFour << 8) | one;
        }
    }
}
