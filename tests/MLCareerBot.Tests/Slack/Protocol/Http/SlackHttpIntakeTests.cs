using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using MLCareerBot.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Http;

namespace MLCareerBot.Tests.Slack.Protocol.Http;

public sealed class SlackHttpIntakeTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly FakeClock _clock = new();
    private readonly TestLog _log = new();
    private readonly LoggerFactory _loggers;
    private readonly List<SlackEnvelope> _taken = [];
    private EnvelopeHandler _decide = _ => Task.FromResult(EnvelopeAnswer.Ack);

    public SlackHttpIntakeTests() => _loggers = new([_log]);

    [Fact]
    public async Task An_Event_Is_Handed_On_And_Answered_With_Nothing()
    {
        var answer = await SendAsync(
            SlackPath.Events, """{"type": "event_callback", "event_id": "Ev1", "event": {"type": "app_mention", "channel": "C1", "ts": "1.1"}}""", retry: "2");

        Assert.Equal(SlackHttpAnswer.Taken, answer);
        var envelope = Assert.Single(_taken);
        Assert.Equal((EnvelopeKind.Event, 2, "http_timeout", false), (envelope.Kind, envelope.RetryAttempt, envelope.RetryReason, envelope.TakesPayload));
        Assert.Equal(["event:Ev1", "message:C1:1.1"], envelope.DedupeKeys);
    }

    [Fact]
    public async Task A_Command_Looks_As_In_Socket_Mode()
    {
        var answer = await SendAsync(SlackPath.Commands, "command=%2Fcareer&text=faq+caf%C3%A9+%26+%3Cb%3E&trigger_id=7&empty=&alone&text=twice");

        Assert.Equal(200, answer.Status);
        var envelope = Assert.Single(_taken);
        Assert.Equal(EnvelopeKind.Command, envelope.Kind);
        Assert.Equal(
            ["command=/career", "text=faq caf\u00e9 & <b>", "trigger_id=7", "empty=", "alone="],
            envelope.Payload.EnumerateObject().Select(field => $"{field.Name}={field.Value}"));
        Assert.Equal(["trigger:7"], envelope.DedupeKeys);
    }

    [Theory]
    [InlineData("block_actions", nameof(EnvelopeKind.Interaction), false)]
    [InlineData("block_suggestion", nameof(EnvelopeKind.OptionsRequest), true)]
    [InlineData("view_submission", nameof(EnvelopeKind.ViewSubmission), true)]
    [InlineData("message_action", nameof(EnvelopeKind.Shortcut), false)]
    public async Task An_Interaction_May_Be_Answered_At_Once(string type, string kind, bool isShown)
    {
        _decide = _ => Task.FromResult(EnvelopeAnswer.AckWith(JsonElement.Parse("""{"options": []}""")));

        var answer = await SendAsync(SlackPath.Interactions, $"payload={Uri.EscapeDataString($$"""{"type": "{{type}}", "trigger_id": "7"}""")}");

        Assert.Equal(kind, $"{Assert.Single(_taken).Kind}");
        Assert.Equal(200, answer.Status);
        Assert.Equal(isShown ? """{"options": []}""" : "", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(isShown ? "application/json; charset=utf-8" : null, answer.ContentType);
    }

    [Fact]
    public async Task The_Address_Is_Confirmed()
    {
        var answer = await SendAsync(SlackPath.Events, """{"type": "url_verification", "challenge": "3eZbrw1aB"}""");

        Assert.Equal((200, "3eZbrw1aB"), (answer.Status, Encoding.UTF8.GetString(answer.Body.Span)));
        Assert.Equal(SlackHttpAnswer.Taken, await SendAsync(SlackPath.Commands, "ssl_check=1&token=x"));
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData(nameof(SlackPath.Events), "")]
    [InlineData(nameof(SlackPath.Events), "[]")]
    [InlineData(nameof(SlackPath.Events), "{")]
    [InlineData(nameof(SlackPath.Interactions), "")]
    [InlineData(nameof(SlackPath.Interactions), "payload=")]
    [InlineData(nameof(SlackPath.Interactions), "payload=5")]
    public async Task What_Cannot_Be_Read_Is_Refused(string path, string body)
    {
        Assert.Equal(SlackHttpAnswer.Unreadable, await SendAsync(Enum.Parse<SlackPath>(path), body));
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task What_Is_Not_Kept_Is_Left_To_Come_Again()
    {
        _decide = _ => Task.FromResult(EnvelopeAnswer.DoNotAck);
        Assert.Equal(SlackHttpAnswer.NotNow, await SendAsync(SlackPath.Events, """{"event_id": "Ev1"}"""));

        _decide = _ => throw new InvalidOperationException("The disk is full.");
        Assert.Equal(SlackHttpAnswer.NotNow, await SendAsync(SlackPath.Events, """{"event_id": "Ev1"}"""));

        _decide = _ => new TaskCompletionSource<EnvelopeAnswer>().Task;
        var answering = SendAsync(SlackPath.Events, """{"event_id": "Ev1"}""");
        _clock.Advance(TimeSpan.FromSeconds(2.5));
        Assert.Equal(SlackHttpAnswer.NotNow, await answering);
    }

    [Fact]
    public async Task A_Body_Beyond_Measure_Is_Not_Looked_At()
    {
        Assert.Equal(SlackHttpAnswer.TooLong, await SendAsync(SlackPath.Events, new string(' ', SlackHttpIntake.MaxBody + 1)));
        Assert.Equal(SlackHttpAnswer.Unreadable, await SendAsync(SlackPath.Events, new string(' ', SlackHttpIntake.MaxBody)));
    }

    [Fact]
    public async Task A_Thousand_Forged_Requests_Are_Refused_Unread()
    {
        string[] forged = ["""{"type": "url_verification", "challenge": "x"}""", """{"event_id": "Ev1"}""", "{", ""];
        for (var i = 0; i < 1_000; i++)
        {
            var answer = (i % 5) switch
            {
                0 => await SendAsync(SlackPath.Events, forged[i % 4], secret: $"{i}"),
                1 => await SendAsync(SlackPath.Events, forged[i % 4], age: 301 + i),
                2 => await SendAsync(SlackPath.Events, forged[i % 4], age: -301 - i),
                3 => await SendAsync(SlackPath.Events, forged[i % 4], headers: i % 2 == 0 ? 0 : 2),
                _ => await SendAsync(SlackPath.Events, forged[i % 4], configured: i % 2 == 0 ? null : " ", secret: ""),
            };

            // Unread: one that cannot be parsed is refused for its signature all the same.
            Assert.Equal(SlackHttpAnswer.NotSlack, answer);
        }

        Assert.Empty(_taken);
        Assert.InRange(_log.Lines.Count, 1, 30);
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _log.Dispose();
    }

    private readonly Dictionary<string, SlackHttpIntake> _intakes = [];

    private Task<SlackHttpAnswer> SendAsync(
        SlackPath path, string body, string? configured = Secret, string secret = Secret, int age = 0, int headers = 1, string? retry = null)
    {
        var timestamp = $"{_clock.GetUtcNow().AddSeconds(-age).ToUnixTimeSeconds()}";
        var signature = $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")))}";
        var request = new SlackHttpRequest(
            path,
            name => name switch
            {
                "X-Slack-Request-Timestamp" => [.. Enumerable.Repeat(timestamp, headers)],
                "X-Slack-Signature" => [.. Enumerable.Repeat(signature, headers)],
                "X-Slack-Retry-Num" when retry is not null => [retry],
                "X-Slack-Retry-Reason" when retry is not null => ["http_timeout"],
                _ => [],
            },
            Encoding.UTF8.GetBytes(body));
        return IntakeWith(configured).TakeAsync(request);
    }

    private SlackHttpIntake IntakeWith(string? secret)
    {
        if (!_intakes.TryGetValue($"{secret}", out var intake))
        {
            intake = new(new SlackOptions { SigningSecret = secret }, TakeAsync, _clock, _loggers.CreateLogger<SlackHttpIntake>());
            _intakes.Add($"{secret}", intake);
        }

        return intake;
    }

    private Task<EnvelopeAnswer> TakeAsync(SlackEnvelope envelope)
    {
        _taken.Add(envelope);
        return _decide(envelope);
    }
}
