using System.Net.Http.Headers;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>One request with all its attempts.</summary>
/// <param name="route">Where it goes.</param>
/// <param name="body">JSON, or null for none.</param>
internal sealed class RestCall(Route route, byte[]? body = null)
{
    private bool _isUnclear;

    public Route Route => route;

    /// <summary>True once an attempt has ended so that nobody knows what it did, where that matters.</summary>
    public bool MayHaveArrived => _isUnclear && !route.IsHarmless;

    /// <summary>To be told of every attempt, and whether it went out and brought no definite answer.</summary>
    public void NoteUnclear(bool isUnclear) => _isUnclear |= isUnclear;

    /// <summary>The next attempt.</summary>
    public HttpRequestMessage NewMessage(string botToken) => new(route.Method, new Uri(route.Path, UriKind.Relative))
    {
        Content = body is null ? null : new WatchedContent(body),
        Headers = { Authorization = route.NeedsBotToken ? new AuthenticationHeaderValue("Bot", botToken) : null },
    };
}
