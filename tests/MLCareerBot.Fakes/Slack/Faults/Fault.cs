namespace MLCareerBot.Fakes.Slack;

/// <summary>Something that goes wrong with a request instead of its ordinary answer.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>Not even the body is read.</summary>
    public static Fault HangBeforeReading { get; } = new HangBeforeReading();

    /// <summary>The request is read and recorded and has no effect, and nothing comes back.</summary>
    public static Fault Hang { get; } = new Hanging(HasEffect: false);

    /// <summary>The request takes its effect, and nothing comes back.</summary>
    public static Fault AcceptThenHang { get; } = new Hanging(HasEffect: true);

    /// <summary>The connection is cut and nothing has happened.</summary>
    public static Fault DropBeforeEffect { get; } = new Dropping(HasEffect: false);

    /// <summary>The request takes its effect, then the connection is cut.</summary>
    public static Fault DropAfterEffect { get; } = new Dropping(HasEffect: true);

    /// <summary>The effect takes place, and the body of the answer is no JSON.</summary>
    public static Fault NotJson { get; } = new Answering(new(200, "text/html", "<html><body>One moment, please.</body></html>"), HasEffect: true);

    /// <summary>The effect takes place, and the answer stops in the middle.</summary>
    public static Fault CutJson { get; } = new Answering(new(200, "application/json", "{\"ok\":tr"), HasEffect: true);

    /// <summary><c>ok: false</c> with any error, and no effect.</summary>
    public static Fault Error(string error) => new Answering(ApiAnswer.Error(error), HasEffect: false);

    /// <summary>The effect takes place, and <c>ok: false</c> comes back all the same.</summary>
    public static Fault AcceptThenError(string error = "internal_error") => new Answering(ApiAnswer.Error(error), HasEffect: true);

    /// <summary><c>missing_scope</c>, with the scope that is needed.</summary>
    public static Fault MissingScope(string needed, string provided = "chat:write,commands") => new Answering(
        ApiAnswer.Refused(new() { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = needed, ["provided"] = provided }),
        HasEffect: false);

    /// <summary>429. Without a time to wait the answer names none; an absurd one is passed on as it is.</summary>
    public static Fault RateLimited(TimeSpan? retryAfter) => new Limiting(retryAfter);

    /// <summary>500, 502 or 503 with a page instead of JSON, and no effect.</summary>
    public static Fault ServerError(int status = 503) => new Answering(Page(status), HasEffect: false);

    /// <summary>The effect takes place, and a server error comes back all the same.</summary>
    public static Fault AcceptThenServerError(int status = 500) => new Answering(Page(status), HasEffect: true);

    /// <summary>Any status, body and headers; no effect.</summary>
    public static Fault Status(int status, string body = "", IReadOnlyDictionary<string, string>? headers = null) =>
        new Answering(new(status, "application/json", body) { Headers = headers ?? new Dictionary<string, string>() }, HasEffect: false);

    /// <summary>A valid answer of so many bytes.</summary>
    public static Fault HugeBody(int bytes) => new Answering(ApiAnswer.Ok(new() { ["x"] = new string('x', bytes) }), HasEffect: true);

    internal abstract Task PlayAsync(Exchange exchange);

    private static ApiAnswer Page(int status) => new(status, "text/html", $"<html><body>error {status}</body></html>");

    private static void Let(Exchange exchange, bool hasEffect)
    {
        if (hasEffect)
        {
            exchange.Accept();
        }
    }

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

    private sealed record Answering(ApiAnswer Answer, bool HasEffect) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            Let(exchange, HasEffect);
            return exchange.SendAsync(Answer);
        }
    }

    private sealed record Limiting(TimeSpan? RetryAfter) : Fault
    {
        internal override Task PlayAsync(Exchange exchange)
        {
            exchange.ToldToWait(RetryAfter);
            return exchange.SendAsync(ApiAnswer.RateLimited(RetryAfter));
        }
    }
}
