using System.Net;
using System.Net.Http.Headers;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// A body of JSON that knows whether any of it went out. While it has not, no server has the whole request, so that
/// another try cannot do the same thing twice.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly byte[] _json;

    public WatchedContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool IsOnItsWay { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsOnItsWay = true;
        return stream.WriteAsync(_json, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
