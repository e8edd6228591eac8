using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A POST written by hand: HttpClient would fold a header that comes twice into one.</summary>
internal static class HttpWire
{
    /// <summary>Sends and reads to the end. Null for the status when there was no answer.</summary>
    public static async Task<(int? Status, string Body)> PostAsync(
        Uri address, IEnumerable<(string Name, string Value)> headers, ReadOnlyMemory<byte> body, CancellationToken stopping)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, stopping);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Head(address, headers, body.Length)), stopping);
            await stream.WriteAsync(body, stopping);

            using var answer = new MemoryStream();
            await stream.CopyToAsync(answer, stopping);
            return Read(answer.ToArray());
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            return (null, exception.Message);
        }
    }

    private static string Head(Uri address, IEnumerable<(string Name, string Value)> headers, int length)
    {
        var head = new StringBuilder($"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        return head.Append($"Content-Length: {length}\r\nConnection: close\r\n\r\n").ToString();
    }

    private static (int? Status, string Body) Read(byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return (null, "The connection ended before there was an answer.");
        }

        // "HTTP/1.1 200 OK"
        var head = Encoding.ASCII.GetString(answer, 0, end);
        var body = answer.AsSpan(end + 4);
        var isChunked = head.Contains("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase);
        return (int.Parse(head.Split(' ')[1]), Encoding.UTF8.GetString(isChunked ? JoinChunks(body) : body));
    }

    private static byte[] JoinChunks(ReadOnlySpan<byte> chunks)
    {
        var body = new List<byte>();
        while (chunks.IndexOf("\r\n"u8) is > 0 and var line)
        {
            var size = int.Parse(Encoding.ASCII.GetString(chunks[..line]), NumberStyles.HexNumber);
            body.AddRange(chunks.Slice(line + 2, size));
            chunks = chunks[Math.Min(line + 2 + size + 2, chunks.Length)..];
        }

        return [.. body];
    }
}
