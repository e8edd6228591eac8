namespace MLCareerBot.Fakes.Discord;

/// <summary>A kind of request that the fake answers.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path below <c>/api/v10/</c>, with names for its ids.</param>
/// <param name="Handle">Decides the answer, holding the world's gate.</param>
internal sealed record Route(string Method, string Template, Func<RestRequest, Answer> Handle)
{
    private readonly string[] _segments = Template.Split('/');

    /// <summary>Interaction and webhook routes carry their own token, and stand outside the global limit.</summary>
    public bool IsOpen => _segments[0] is "interactions" or "webhooks";

    /// <summary>The ids in the path, or null when it is not of this route.</summary>
    public Dictionary<string, string>? Match(string method, string[] path)
    {
        if (method != Method || path.Length != _segments.Length)
        {
            return null;
        }

        var ids = new Dictionary<string, string>();
        foreach (var (expected, actual) in _segments.Zip(path))
        {
            if (expected is ['{', .. var name, '}'])
            {
                ids[name] = actual;
            }
            else if (expected != actual)
            {
                return null;
            }
        }

        return ids;
    }

    /// <summary>What a rate limit is counted by: the route and the channel, guild or webhook in its path.</summary>
    public string BucketKey(IReadOnlyDictionary<string, string> ids) => _segments[0] switch
    {
        "channels" => $"{Method} {Template} {ids.GetValueOrDefault("channel")}",
        "guilds" => $"{Method} {Template} {ids.GetValueOrDefault("guild")}",
        "webhooks" or "interactions" => $"{Method} {Template} {ids.GetValueOrDefault("token")}",
        _ => $"{Method} {Template}",
    };
}
