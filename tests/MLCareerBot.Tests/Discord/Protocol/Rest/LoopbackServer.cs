using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

/// <summary>A server on this machine that does to each connection what a script says.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private int _connections;

    /// <param name="script">Gets the number of the connection, from 0, and the connection.</param>
    public LoopbackServer(Func<int, Stream, Task> script)
    {
        _listener.Start();
        _ = ServeAsync(script);
    }

    public int Connections => _connections;

    public Uri Api => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v10/");

    /// <summary>Reads a request, body included.</summary>
    public static async Task<string> ReadAsync(Stream connection)
    {
        var text = new StringBuilder();
        var piece = new byte[4096];
        while (!IsWhole(text.ToString()) && await connection.ReadAsync(piece) is > 0 and var length)
        {
            text.Append(Encoding.UTF8.GetString(piece, 0, length));
        }

        return text.ToString();
    }

    public static Task AnswerAsync(Stream connection, string status, string body, string headers = "") => connection.WriteAsync(
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}")).AsTask();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static bool IsWhole(string request) =>
        request.Split("\r\n\r\n", 2) is [var head, var body]
        && (head.Split("Content-Length: ") is not [_, var rest] || body.Length >= int.Parse(rest.Split("\r\n")[0]));

    private async Task ServeAsync(Func<int, Stream, Task> script)
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await script(Interlocked.Increment(ref _connections) - 1, client.GetStream());
        }
    }
}
