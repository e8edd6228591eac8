using System.IO.Compression;
using System.Text;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class MessageInflaterTests : IDisposable
{
    private readonly MemoryStream _wire = new();
    private readonly ZLibStream _peer;
    private readonly MessageInflater _inflater = new();
    private readonly MessageBuffer _message = new();

    public MessageInflaterTests() => _peer = new(_wire, CompressionLevel.Fastest, leaveOpen: true);

    public void Dispose()
    {
        _inflater.Dispose();
        _peer.Dispose();
        _wire.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Messages_Come_Out_As_They_Went_In_Whatever_The_Pieces(int piece)
    {
        for (var i = 0; i < 50; i++)
        {
            var text = $"message {i}: {new string((char)('a' + (i % 26)), i * 500)}";

            foreach (var bytes in Compressed(text).Chunk(piece))
            {
                Assert.False(_inflater.IsAtEnd);
                _inflater.Inflate(bytes, _message);
            }

            Assert.True(_inflater.IsAtEnd);
            Assert.Equal(text, Encoding.UTF8.GetString(_message.Written.Span));
            Next();
        }
    }

    [Fact]
    public void A_Bomb_Is_Refused_Before_It_Unfolds()
    {
        var bomb = Compressed(new string('0', 200 * 1024 * 1024));
        Assert.True(bomb.Length < MessageBuffer.Limit);

        Assert.Throws<InvalidDataException>(() => _inflater.Inflate(bomb, _message));
        Assert.InRange(_message.Written.Length, MessageBuffer.Limit, MessageBuffer.Limit + (64 * 1024));
    }

    [Fact]
    public void So_Is_A_Message_That_Is_Too_Long_As_It_Comes()
    {
        var noise = new byte[MessageBuffer.Limit];
        new Random(1).NextBytes(noise);
        _peer.Write(noise);
        _peer.Flush();
        Assert.True(_wire.Length > MessageBuffer.Limit);

        Assert.Throws<InvalidDataException>(() => _inflater.Inflate(_wire.ToArray(), _message));
    }

    [Fact]
    public void Bytes_That_Are_Not_Zlib_Are_Refused() =>
        Assert.Throws<InvalidDataException>(() => _inflater.Inflate("{\"op\":10}"u8, _message));

    private void Next()
    {
        _inflater.Next();
        _message.Clear();
    }

    private byte[] Compressed(string text)
    {
        _wire.SetLength(0);
        _peer.Write(Encoding.UTF8.GetBytes(text));
        _peer.Flush();
        return _wire.ToArray();
    }
}
