using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Posts signed deliveries to the app's web server.</summary>
internal sealed class HttpDeliverer(World world, Recorder recorder, AckEffects effects) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<HttpAnswer> DeliverAsync(Uri endpoint, Delivery delivery, HttpTampering tampering)
    {
        using var request = Compose(endpoint, delivery, tampering);
        var start = world.Now;
        HttpAnswer answer;
        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            answer = new(delivery, (int)response.StatusCode, body, world.Now - start);
        }
        catch (HttpRequestException exception)
        {
            answer = new(delivery, null, exception.Message, world.Now - start);
        }

        if (answer.Status == 200)
        {
            answer = answer with { Problem = effects.Apply(delivery, ReadAnswer(answer.Body), answer.Elapsed) };
        }

        recorder.Add(answer);
        return answer;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Compose(Uri endpoint, Delivery delivery, HttpTampering tampering)
    {
        var (body, type) = Write(delivery);
        var timestamp = $"{(world.Now - tampering.Age).ToUnixTimeSeconds()}";
        var signature = Signature.Of(tampering.Secret ?? world.SigningSecret, timestamp, body);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(tampering.AlterBody(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.UserAgent.ParseAdd("Slackbot 1.0 (+https://api.slack.com/robots)");
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", tampering.AlterTimestamp(timestamp));
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", tampering.AlterSignature(signature));
        if (tampering.RetryNumber > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", $"{tampering.RetryNumber}");
            request.Headers.Add("X-Slack-Retry-Reason", tampering.RetryReason);
        }

        return request;
    }

    private static (byte[] Body, string ContentType) Write(Delivery delivery)
    {
        const string form = "application/x-www-form-urlencoded";
        return delivery.Kind switch
        {
            DeliveryKind.SlashCommand => (Form(delivery.Payload.Select(field => (field.Key, $"{field.Value}"))), form),
            DeliveryKind.Interaction => (Form([("payload", delivery.Payload.ToJsonString())]), form),
            _ => (Encoding.UTF8.GetBytes(delivery.Payload.ToJsonString()), "application/json"),
        };
    }

    // What it escapes and what it does not is Slack's own affair; the app reads any valid form.
    private static byte[] Form(IEnumerable<(string Name, string Value)> fields) => Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field =>
        $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}")));

    // An answer to a command may be mere text.
    private static JsonNode? ReadAnswer(string body) =>
        string.IsNullOrWhiteSpace(body) ? null : JsonReading.Parse(Encoding.UTF8.GetBytes(body)) ?? new JsonObject { ["text"] = body };
}
