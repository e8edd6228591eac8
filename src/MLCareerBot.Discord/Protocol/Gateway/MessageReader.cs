using System.Net.WebSockets;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>Reads whole messages from one connection: plain ones and compressed ones, in however many pieces.</summary>
internal sealed class MessageReader(WebSocket socket) : IDisposable
{
    private readonly byte[] _piece = new byte[16 * 1024];
    private readonly MessageBuffer _message = new();
    private readonly MessageInflater _inflater = new();

    /// <summary>The next message, valid until the one after; null once the peer has closed.</summary>
    /// <exception cref="InvalidDataException">The message is too long or its compression is broken.</exception>
    /// <exception cref="WebSocketException">The connection broke off.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync()
    {
        _message.Clear();
        _inflater.Next();
        while (true)
        {
            // Without a token, because cancelling a receive aborts the connection: leaving it politely ends this too.
            var piece = await socket.ReceiveAsync(_piece.AsMemory(), CancellationToken.None);
            switch (piece.MessageType)
            {
                case WebSocketMessageType.Close:
                    return null;
                case WebSocketMessageType.Text:
                    _message.Add(_piece.AsSpan(0, piece.Count));
                    break;
                default:
                    _inflater.Inflate(_piece.AsSpan(0, piece.Count), _message);
                    break;
            }

            if (piece.EndOfMessage && (piece.MessageType == WebSocketMessageType.Text || _inflater.IsAtEnd))
            {
                return _message.Written;
            }
        }
    }

    public void Dispose() => _inflater.Dispose();
}
