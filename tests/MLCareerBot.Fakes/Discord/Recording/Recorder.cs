namespace MLCareerBot.Fakes.Discord;

/// <summary>Keeps everything that the client did, for tests to read at any time.</summary>
internal sealed class Recorder(Changes changes)
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<RecordedFrame> _frames = [];
    private readonly List<RecordedConnection> _connections = [];

    public IReadOnlyList<RecordedRequest> Requests => Snapshot(_requests);

    public IReadOnlyList<RecordedFrame> Frames => Snapshot(_frames);

    public IReadOnlyList<RecordedConnection> Connections => Snapshot(_connections);

    /// <summary>Adds a request and gives it its number.</summary>
    public RecordedRequest Add(RecordedRequest request)
    {
        lock (_lock)
        {
            request = request with { Sequence = _requests.Count + 1 };
            _requests.Add(request);
        }

        changes.Signal();
        return request;
    }

    /// <summary>A request changed something, whether or not an answer to it ever goes out.</summary>
    public void TookEffect() => changes.Signal();

    public void Answered(int sequence, int status, string? limitScope)
    {
        lock (_lock)
        {
            _requests[sequence - 1] = _requests[sequence - 1] with { Status = status, LimitScope = limitScope };
        }

        changes.Signal();
    }

    public void Add(RecordedFrame frame)
    {
        lock (_lock)
        {
            _frames.Add(frame);
        }

        changes.Signal();
    }

    /// <summary>Adds a connection and gives it its number.</summary>
    public int AddConnection(DateTimeOffset at, string path, string query)
    {
        lock (_lock)
        {
            _connections.Add(new(_connections.Count + 1, at, path, query));
            return _connections.Count;
        }
    }

    public void Update(int connection, Func<RecordedConnection, RecordedConnection> change)
    {
        lock (_lock)
        {
            _connections[connection - 1] = change(_connections[connection - 1]);
        }

        changes.Signal();
    }

    private List<T> Snapshot<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
