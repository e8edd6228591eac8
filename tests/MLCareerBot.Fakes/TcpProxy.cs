using System.Net;
using System.Net.Sockets;

namespace MLCareerBot.Fakes;

/// <summary>Stands between a client and a server on this machine, and breaks what runs through it when told to.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    // Of a request or an answer, which end with their bodies.
    private const int End = 20;

    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;
    private Func<ReadOnlyMemory<byte>, Cut> _judge = _ => Cut.Nothing;
    private TaskCompletionSource _flow = Flowing();
    private int _hanging;

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

        /// <summary>All but their end is passed on, and nothing more after it: the connection hangs in the middle of a request.</summary>
        AmidRequest,

        /// <summary>They are passed on, and no answer comes back.</summary>
        BeforeAnswer,

        /// <summary>They are passed on, and all but the end of the answer comes back.</summary>
        AmidAnswer,
    }

    /// <summary>How many connections hang in the middle of something.</summary>
    public int Hanging => Volatile.Read(ref _hanging);

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
        var fate = Cut.Nothing; // Of the request under way, known before its answer can be.
        using (client)
        {
            lock (_lock)
            {
                _open.AddRange([client, server]);
            }

            try
            {
                await server.ConnectAsync(_server, _end.Token);
                await Task.WhenAny(PumpAsync(client, server, OfRequest), PumpAsync(server, client, OfAnswer));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One end is gone, and the other one is closed with it.
            }
        }

        Passage OfRequest(ReadOnlyMemory<byte> bytes) => (fate = _judge(bytes)) switch
        {
            Cut.Before => Passage.Closed,
            Cut.AmidRequest => Passage.AllButTheEnd,
            _ => Passage.Open,
        };

        Passage OfAnswer(ReadOnlyMemory<byte> bytes) => fate switch
        {
            Cut.After => Passage.Closed,
            Cut.BeforeAnswer => Passage.Nothing,
            Cut.AmidAnswer => Passage.AllButTheEnd,
            _ => Passage.Open,
        };

    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Func<ReadOnlyMemory<byte>, Passage> judge)
    {
        var buffer = new byte[64 * 1024];
        var isHanging = false;
        while (await from.GetStream().ReadAsync(buffer, _end.Token) is > 0 and var length)
        {
            await _flow.Task.WaitAsync(_end.Token);
            var bytes = buffer.AsMemory(0, length);
            var passage = isHanging ? Passage.Nothing : judge(bytes);
            if (passage is Passage.Closed)
            {
                return;
            }

            await to.GetStream().WriteAsync(passage switch { Passage.Open => bytes, Passage.Nothing => default, _ => bytes[..^Math.Min(End, length)] }, _end.Token);
            if (passage is not Passage.Open && !isHanging)
            {
                isHanging = true;
                Interlocked.Increment(ref _hanging);
            }
        }
    }

    private enum Passage
    {
        Open,
        AllButTheEnd,
        Nothing,
        Closed,
    }
}
