namespace MLCareerBot.Fakes.Discord;

/// <summary>
/// Which requests are meant: a method and a path below <c>/api/v10/</c>, such as <c>POST channels/*/messages</c>.
/// A star stands for any method or any one part of the path, two stars at the end for all the rest; one star alone is everything.
/// </summary>
internal sealed record RoutePattern
{
    private const string Rest = "**";

    private readonly string _method;
    private readonly string[] _path;

    public RoutePattern(string pattern)
    {
        var parts = pattern == "*" ? ["*", Rest] : pattern.Split(' ', 2);
        if (parts is not [var method, var path])
        {
            throw new ArgumentException($"'{pattern}' is no pattern. Write it as 'POST channels/*/messages'.", nameof(pattern));
        }

        _method = method;
        _path = path.Trim('/').Split('/');
    }

    public bool Matches(string method, string path)
    {
        var segments = path.Split('/');
        var open = _path[^1] == Rest;
        var wanted = open ? _path[..^1] : _path;
        return IsLike(_method, method)
            && (open ? segments.Length >= wanted.Length : segments.Length == wanted.Length)
            && wanted.Zip(segments).All(pair => IsLike(pair.First, pair.Second));
    }

    private static bool IsLike(string wanted, string actual) => wanted == "*" || wanted == actual;
}
