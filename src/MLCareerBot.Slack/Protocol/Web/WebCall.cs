using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>One call with all its attempts.</summary>
internal sealed class WebCall
{
    private readonly Uri _address;
    private readonly string _mediaType;
    private readonly byte[] _body;
    private bool _isUnclear;

    private WebCall(SlackMethod method, Uri address, string mediaType, byte[] body) =>
        (Method, _address, _mediaType, _body) = (method, address, mediaType, body);

    public SlackMethod Method { get; }

    /// <summary>The channel that a post goes to, where posts are counted; else null.</summary>
    public string? Channel { get; private init; }

    /// <summary>True for a post that nobody waits for: it leaves a channel's bursts to answers.</summary>
    public bool IsPatient { get; private init; }

    /// <summary>True once an attempt has ended so that nobody knows what it did, where that matters.</summary>
    public bool MayHaveArrived => _isUnclear && !Method.IsHarmless;

    /// <summary>A call of a method. Fields without a value are left out.</summary>
    // Slack reads forms for every method, JSON only for some.
    public static WebCall Of(SlackMethod method, params IEnumerable<(string Name, string? Value)> fields) =>
        new(method, new Uri(method.Name, UriKind.Relative), "application/x-www-form-urlencoded", Form(fields));

    /// <summary>An answer by <c>response_url</c>.</summary>
    public static WebCall To(Uri responseUrl, ResponseMessage message) => new(
        Methods.Respond, responseUrl, "application/json", JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Default.ResponseMessage));

    /// <summary>A call of the same kind whose posts to a channel are counted.</summary>
    public WebCall In(string channel, bool isPatient = false) => new(Method, _address, _mediaType, _body) { Channel = channel, IsPatient = isPatient };

    /// <summary>To be told of every attempt, and whether it went out and brought no definite answer.</summary>
    public void NoteUnclear(bool isUnclear) => _isUnclear |= isUnclear;

    /// <summary>The next attempt.</summary>
    /// <param name="token">The token it takes; null for none.</param>
    public HttpRequestMessage NewMessage(string? token) => new(HttpMethod.Post, _address)
    {
        Content = new WatchedContent(_body, _mediaType),
        Headers = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    private static byte[] Form(IEnumerable<(string Name, string? Value)> fields) => Encoding.ASCII.GetBytes(
        string.Join('&', fields.Where(field => field.Value is not null).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}")));
}
