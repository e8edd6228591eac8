using System.Text;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Posts signed deliveries to the app's web server.</summary>
internal sealed class HttpDeliverer(World world, Recorder recorder, AckEffects effects, CancellationToken stopping)
{
    public async Task<HttpAnswer> DeliverAsync(Uri endpoint, Delivery delivery, HttpTampering tampering)
    {
        var (body, type) = Write(delivery);
        var headers = Sign(body, tampering).Prepend(("Content-Type", type));
        var start = world.Now;
        var (status, text) = await HttpWire.PostAsync(endpoint, headers, tampering.AlterBody(body), stopping);

        var answer = new HttpAnswer(delivery, status, text, world.Now - start);
        if (status == 200)
        {
            answer = answer with { Problem = effects.Apply(delivery, ReadAnswer(text), answer.Elapsed) };
        }

        recorder.Add(answer);
        return answer;
    }

    private IEnumerable<(string Name, string Value)> Sign(byte[] body, HttpTampering tampering)
    {
        var timestamp = $"{(world.Now - tampering.Age).ToUnixTimeSeconds()}";
        var signature = Signature.Of(tampering.Secret ?? world.SigningSecret, timestamp, body);
        (string Name, string Value)[] retry = tampering.RetryNumber > 0
            ? [("X-Slack-Retry-Num", $"{tampering.RetryNumber}"), ("X-Slack-Retry-Reason", tampering.RetryReason)]
            : [];
        return
        [
            ("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"),
            .. tampering.AlterTimestamp(timestamp).Select(value => ("X-Slack-Request-Timestamp", value)),
            .. tampering.AlterSignature(signature).Select(value => ("X-Slack-Signature", value)),
            .. retry,
        ];
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
