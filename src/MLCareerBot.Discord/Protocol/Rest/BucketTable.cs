using System.Collections.Concurrent;
using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Finds the limit that a route counts for. Routes share one where Discord names the same bucket for both.</summary>
internal sealed class BucketTable
{
    // A limit forgotten too early costs a refusal at worst.
    private const int Capacity = 100_000;

    // By the route's text, of which there are a dozen.
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Recent<(string Name, string TopLevelId), Bucket> _buckets = new(Capacity);

    public Bucket Find(Route route) =>
        FindOrAdd(_names.GetValueOrDefault(route.ToString(), route.ToString()), route, new());

    /// <summary>The bucket of a route whose name has just been told; what was found before becomes it if there is none yet.</summary>
    public Bucket Rename(Route route, Bucket found, string name)
    {
        _names[route.ToString()] = name;
        return FindOrAdd(name, route, found);
    }

    private Bucket FindOrAdd(string name, Route route, Bucket fresh)
    {
        var key = (name, route.TopLevelId);
        return _buckets.TryGet(key, out var known) || (!_buckets.TryAdd(key, fresh) && _buckets.TryGet(key, out known)) ? known : fresh;
    }
}
