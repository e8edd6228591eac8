using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Something that goes wrong with a request instead of its ordinary answer.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The whole request is read and recorded, and nothing comes back; it has no effect.</summary>
    public static Fault Hang { get; } = new Hanging(HasEffect: false);

    /// <summary>Not even the body is read.</summary>
    public static Fault HangBeforeReading { get; } = new HangBeforeReading();

    /// <summary>The request takes its effect, and nothing comes back.</summary>
    public static Fault AcceptThenHang { get; } = new Hanging(HasEffect: true);

    /// <summary>The connection is cut and nothing has happened.</summary>
    public static Fault DropBeforeEffect { get; } = new Dropping(HasEffect: false);

    /// <summary>The request takes its effect, then the connection is cut.</summary>
    public static Fault DropAfterEffect { get; } = new Dropping(HasEffect: true);

    /// <summary>The effect takes place, and the body of the answer is no JSON.</summary>
    public static Fault NotJson { get; } = new StrangeBody(200, "text/html", "<html><body>One moment, please.</body></html>", HasEffect: true);

    /// <summary>A body that says JSON and stops in the middle.</summary>
    public static Fault CutJson { get; } = new StrangeBody(200, "application/json", "{\"id\":\"1", HasEffect: true);

    /// <summary>401, as for a token that was reset.</summary>
    public static Fault Unauthorized => Status(401, Error(0, "401: Unauthorized"));

    /// <summary>403 with Discord's code, such as 50013 for a missing permission.</summary>
    public static Fault Forbidden(int code = 50013) => Status(403, Error(code, "Missing Permissions"));

    /// <summary>Any refusal with one of Discord's codes.</summary>
    public static Fault Refusal(int status, int code, string message = "Refused") => Status(status, Error(code, message));

    /// <summary>500, 502, 503 or 504, with a page of the edge instead of JSON.</summary>
    public static Fault ServerError(int status = 502) => new StrangeBody(status, "text/html", $"<html><body>error code: {status}</body></html>", HasEffect: false);

    /// <summary>The effect takes place, and a server error comes back all the same.</summary>
    public static Fault AcceptThenServerError(int status = 502) => new StrangeBody(status, "text/html", $"<html><body>error code: {status}</body></html>", HasEffect: true);

    /// <summary>Any status, body and headers; no effect.</summary>
    public static Fault Status(int status, JsonNode? body = null, IReadOnlyDictionary<string, string>? headers = null) =>
        new Answering(new(status, body) { Headers = headers ?? new Dictionary<string, string>() });

    /// <summary>429. Without a time to wait the answer names none; an absurd one is passed on as it is.</summary>
    public static Fault RateLimited(TimeSpan? retryAfter, LimitScope scope = LimitScope.User) => new Limiting(new(scope, retryAfter));

    /// <summary>The effect takes place, and the answer comes one byte at a time.</summary>
    public static Fault SlowBody(TimeSpan perByte) => new SlowAnswer(perByte);

    /// <summary>A valid JSON answer of so many bytes.</summary>
    public static Fault HugeBody(int bytes) => new StrangeBody(200, "application/json", $"{{\"id\":\"1\",\"x\":\"{new string('x', bytes)}\"}}", HasEffect: true);

    internal abstract Task PlayAsync(Exchange exchange);

    /// <summary>Any status with any text, which need not be what it says it is.</summary>
    public static Fault Text(int status, string body, string contentType = "text/html") => new StrangeBody(status, contentType, body, HasEffect: false);

    /// <summary>All goes well, but only once the test has ended this task. Until then the request has no effect.</summary>
    public static Fault HeldUntil(Task released) => new Holding(released);

    private static JsonObject Error(int code, string message) => new() { ["message"] = message, ["code"] = code };

    private sealed record Hanging(bool HasEffect) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            Let(exchange, HasEffect);
            return exchange.HangAsync();
        }
    }

    private sealed record Dropping(bool HasEffect) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            Let(exchange, HasEffect);
            exchange.Drop();
            return Task.CompletedTask;
        }
    }

    private sealed record StrangeBody(int StatusCode, string ContentType, string Body, bool HasEffect) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            Let(exchange, HasEffect);
            return exchange.SendAsync(StatusCode, ContentType, Body);
        }
    }

    private sealed record SlowAnswer(TimeSpan PerByte) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            var answer = exchange.Accept();
            return exchange.SendAsync(answer.Status, "application/json", answer.Body?.ToJsonString() ?? "", PerByte);
        }
    }

    private sealed record Answering(Answer Answer) : Fault
    {
        internal override Task PlayAsync(Exchange exchange) => exchange.SendAsync(Answer.With(exchange.TakeLimits()));
    }

    private sealed record Limiting(LimitRefusal Limit) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            exchange.Refused(Limit);
            return exchange.SendAsync(Limit.ToAnswer().With(Headers(exchange.TakeLimits())));
        }

        /// <summary>Of the route's headers only those that do not give away how long to wait.</summary>
        private static Dictionary<string, string> Headers(IReadOnlyDictionary<string, string> ordinary) => new()
        {
            ["X-RateLimit-Bucket"] = ordinary["X-RateLimit-Bucket"],
            ["X-RateLimit-Limit"] = ordinary["X-RateLimit-Limit"],
            ["X-RateLimit-Remaining"] = "0",
        };
    }

    private sealed record Holding(Task Released) : Fault
    {
        internal override async Task PlayAsync(Exchange exchange)
        {
            await exchange.WaitAsync(Released);
            await exchange.SendAsync(exchange.Accept());
        }
    }

    private static void Let(Exchange exchange, bool hasEffect)
    {
        if (hasEffect)
        {
            exchange.Accept();
        }
    }
}
