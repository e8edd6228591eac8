using System.IO.Compression;
using System.Text;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Transport compression: one zlib stream for the whole connection, flushed after each message.</summary>
internal sealed class ZlibStreamEncoder : IDisposable
{
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream _zlib;

    public ZlibStreamEncoder() => _zlib = new(_compressed, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Encode(string text)
    {
        _compressed.SetLength(0);
        _zlib.Write(Encoding.UTF8.GetBytes(text));
        _zlib.Flush();
        return _compressed.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _compressed.Dispose();
    }
}
