namespace MLCareerBot.Fakes.Slack;

/// <summary>Keeps everything that the app did, for tests to read at any time.</summary>
internal sealed class Recorder(Changes changes)
{
    private readonly Lock _lock = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly List<RecordedResponse> _responses = [];
    private readonly List<RecordedConnection> _connections = [];
    private readonly List<RecordedEnvelope> _envelopes = [];
    private readonly Dictionary<string, int> _envelopeIndex = [];
    private readonly Dictionary<Delivery, List<int>> _sendings = [];
    private readonly HashSet<Delivery> _unacknowledged = [];
    private readonly List<HttpAnswer> _httpAnswers = [];

    public IReadOnlyList<RecordedRequest> Requests => Snapshot(_requests);

    public IReadOnlyList<RecordedResponse> Responses => Snapshot(_responses);

    public IReadOnlyList<RecordedConnection> Connections => Snapshot(_connections);

    public IReadOnlyList<RecordedEnvelope> Envelopes => Snapshot(_envelopes);

    /// <summary>What was sent and not acknowledged in any envelope.</summary>
    public IReadOnlyList<Delivery> Unacknowledged
    {
        get
        {
            lock (_lock)
            {
                return [.. _unacknowledged];
            }
        }
    }

    public IReadOnlyList<HttpAnswer> HttpAnswers => Snapshot(_httpAnswers);

    public RecordedRequest Add(RecordedRequest request) => Change(() =>
    {
        var numbered = request with { Sequence = _requests.Count + 1 };
        _requests.Add(numbered);
        return numbered;
    });

    public RecordedResponse Add(RecordedResponse response) => Change(() =>
    {
        var numbered = response with { Sequence = _responses.Count + 1 };
        _responses.Add(numbered);
        return numbered;
    });

    public RecordedConnection AddConnection(DateTimeOffset at) => Change(() =>
    {
        var connection = new RecordedConnection(_connections.Count + 1, at);
        _connections.Add(connection);
        return connection;
    });

    public void Add(RecordedEnvelope envelope) => Change(() =>
    {
        var sendings = _sendings.TryGetValue(envelope.Delivery, out var known) ? known : _sendings[envelope.Delivery] = [];
        if (sendings.Count == 0)
        {
            _unacknowledged.Add(envelope.Delivery);
        }

        sendings.Add(_envelopes.Count);
        _envelopeIndex[envelope.EnvelopeId] = _envelopes.Count;
        _envelopes.Add(envelope);
        return envelope;
    });

    public void Add(HttpAnswer answer) => Change(() =>
    {
        _httpAnswers.Add(answer);
        return answer;
    });

    public void Update(RecordedRequest request, Func<RecordedRequest, RecordedRequest> change) =>
        Change(() => _requests[request.Sequence - 1] = change(_requests[request.Sequence - 1]));

    public void Update(RecordedResponse response, Func<RecordedResponse, RecordedResponse> change) =>
        Change(() => _responses[response.Sequence - 1] = change(_responses[response.Sequence - 1]));

    public RecordedConnection UpdateConnection(int number, Func<RecordedConnection, RecordedConnection> change) =>
        Change(() => _connections[number - 1] = change(_connections[number - 1]));

    public RecordedEnvelope Acknowledge(string id, Func<RecordedEnvelope, RecordedEnvelope> change) => Change(() =>
    {
        var envelope = change(_envelopes[_envelopeIndex[id]]);
        _envelopes[_envelopeIndex[id]] = envelope;
        _unacknowledged.Remove(envelope.Delivery);
        return envelope;
    });

    public IReadOnlyList<RecordedEnvelope> EnvelopesOf(Delivery delivery)
    {
        lock (_lock)
        {
            return _sendings.TryGetValue(delivery, out var sendings) ? [.. sendings.Select(index => _envelopes[index])] : [];
        }
    }

    /// <summary>Null when no envelope has this id.</summary>
    public RecordedEnvelope? FindEnvelope(string? id)
    {
        lock (_lock)
        {
            return id is not null && _envelopeIndex.TryGetValue(id, out var index) ? _envelopes[index] : null;
        }
    }

    private T Change<T>(Func<T> change)
    {
        T result;
        lock (_lock)
        {
            result = change();
        }

        changes.Signal();
        return result;
    }

    private List<T> Snapshot<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
