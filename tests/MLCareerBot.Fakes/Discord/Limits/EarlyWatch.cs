namespace MLCareerBot.Fakes.Discord;

/// <summary>Notices requests that come although the client was told to wait.</summary>
internal sealed class EarlyWatch(TimeProvider clock)
{
    private const string Everything = "*";

    // What a careful client waits when it is told nothing, and the most it can be asked to.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _until = [];
    private readonly List<RecordedRequest> _early = [];

    public IReadOnlyList<RecordedRequest> Early
    {
        get
        {
            lock (_lock)
            {
                return [.. _early];
            }
        }
    }

    public void Arrived(RecordedRequest request, string bucket, bool isOpen)
    {
        lock (_lock)
        {
            if (IsBlocked(bucket, request.At) || (!isOpen && IsBlocked(Everything, request.At)))
            {
                _early.Add(request);
            }
        }
    }

    public void Refused(string bucket, LimitRefusal refusal)
    {
        var wait = refusal.RetryAfter is not { } told || told <= TimeSpan.Zero ? Least : told < Most ? told : Most;
        lock (_lock)
        {
            _until[refusal.Scope == LimitScope.Global ? Everything : bucket] = clock.GetUtcNow() + wait;
        }
    }

    private bool IsBlocked(string key, DateTimeOffset now) => _until.TryGetValue(key, out var until) && now < until;
}
