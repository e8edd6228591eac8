using System.Text.Json;
using Polly;
using Polly.Timeout;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Makes one attempt and reads its answer, or says in words why there is none.</summary>
internal sealed class RestTransport(HttpClient http, string botToken, ResiliencePipeline timeLimit)
{
    private const int LongestBody = 1024 * 1024;

    // The form is Discord's. The project has no address of its own yet; .invalid is nobody's.
    private static readonly string UserAgent =
        $"DiscordBot (https://mlcareerbot.invalid, {typeof(RestTransport).Assembly.GetName().Version?.ToString(3)})";

    /// <summary>What requests go through: connections of our own, no cookies, and no other address than the one asked for.</summary>
    public static SocketsHttpHandler NewHandler(Uri api) => new()
    {
        // Without it nothing is traced. Traces would show paths, and paths hold tokens of interactions.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        // What is meant for this machine stays on it.
        UseProxy = !LocalAddress.Is(api),
    };

    public static HttpClient NewClient(HttpMessageHandler handler, Uri api) => new(handler)
    {
        BaseAddress = api,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async ValueTask<RestAnswer> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var message = call.NewMessage(botToken);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        try
        {
            return await timeLimit.ExecuteAsync(async token => await ExchangeAsync(message, token), cancellationToken);
        }
        catch (OperationCanceledException failure) when (cancellationToken.IsCancellationRequested)
        {
            call.NoteUnclear(!IsUnsent(message, failure));
            throw;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException or TimeoutRejectedException)
        {
            return new() { Failure = InWords(failure), IsUnsent = IsUnsent(message, failure) };
        }
    }

    private async Task<RestAnswer> ExchangeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await ReadAsync(response.Content, cancellationToken);
        return new()
        {
            Status = response.StatusCode,
            Body = body,
            Refusal = response.IsSuccessStatusCode ? null : ReadRefusal(body),
            Limits = RateLimits.From(response.Headers),
        };
    }

    // Null if there is too much of it.
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (await stream.ReadAsync(piece, cancellationToken) is > 0 and var length)
        {
            kept.Write(piece, 0, length);
            if (kept.Length > LongestBody)
            {
                return null;
            }
        }

        return kept.ToArray();
    }

    private static Refusal? ReadRefusal(byte[]? body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RestJson.Default.Refusal);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The innermost exception is the one that names a cause.
    private static string InWords(Exception failure) => failure is TimeoutRejectedException timeout
        ? $"no answer in {timeout.Timeout.TotalSeconds} s"
        : failure.GetBaseException().Message.TrimEnd('.');

    // A request without a body may be whole as soon as there is a connection.
    private static bool IsUnsent(HttpRequestMessage message, Exception failure) => message.Content is WatchedContent body
        ? !body.IsOnItsWay
        : failure is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
}
