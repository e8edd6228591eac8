using System.Net.WebSockets;
using System.Text;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Reads whole messages from a socket.</summary>
internal static class FrameReader
{
    /// <summary>The next message as text; null when the app closes or is gone.</summary>
    public static async Task<string?> ReadAsync(WebSocket socket, CancellationToken stopping)
    {
        var buffer = new byte[8192];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), stopping);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    return Encoding.UTF8.GetString(message.ToArray());
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
