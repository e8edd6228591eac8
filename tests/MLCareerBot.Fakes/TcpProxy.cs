using System.Net;
using System.Net.Sockets;

namespace MLCareerBot.Fakes;

/// <summary>Stands between a client and a server on this machine, and breaks what runs through it when told to.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;
    private Func<ReadOnlyMemory<byte>, Cut> _judge = _ => Cut.Nothing;
    private TaskCompletionSource _flow = Flowing();

    public TcpProxy(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What to do about bytes on their way to the server.</summary>
    public enum Cut
    {
        /// <summary>They pass.</summary>
        Nothing,

        /// <summary>The connection is cut before they are passed on.</summary>
        Before,

        /// <summary>They are passed on, and the connection is cut instead of passing on the answer.</summary>
        After,
    }

    /// <summary>Where clients connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Looks at everything that clients send from now on.</summary>
    public void Judge(Func<ReadOnlyMemory<byte>, Cut> judge) => _judge = judge;

    /// <summary>Nothing moves in either direction, and no connection is closed: the other end is gone without a word.</summary>
    public void Freeze() => _flow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything moves again.</summary>
    public void Thaw() => _flow.TrySetResult();

    /// <summary>Cuts all connections there are.</summary>
    public void CutAll()
    {
        lock (_lock)
        {
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        CutAll();
        await _accepting;
        _end.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flow = new TaskCompletionSource();
        flow.SetResult();
        return flow;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Told to stop.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        var isAnswerLost = false;
        using (client)
        {
            lock (_lock)
            {
                _open.AddRange([client, server]);
            }

            try
            {
                await server.ConnectAsync(_server, _end.Token);
                await Task.WhenAny(PumpAsync(client, server, IsCut), PumpAsync(server, client, _ => Volatile.Read(ref isAnswerLost)));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One end is gone, and the other one is closed with it.
            }
        }

        bool IsCut(ReadOnlyMemory<byte> bytes)
        {
            var cut = _judge(bytes);
            Volatile.Write(ref isAnswerLost, cut is Cut.After);
            return cut is Cut.Before;
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Predicate<ReadOnlyMemory<byte>> isCut)
    {
        var buffer = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var length)
        {
            await _flow.Task.WaitAsync(_end.Token);
            var bytes = buffer.AsMemory(0, length);
            if (isCut(bytes))
            {
                return;
            }

            await to.GetStream().WriteAsync(bytes, _end.Token);
        }
    }
}
