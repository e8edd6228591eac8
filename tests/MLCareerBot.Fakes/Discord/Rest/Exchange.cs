using System.Text;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A request being answered, and the ways in which that can be done or go wrong.</summary>
internal sealed class Exchange(HttpContext context, Recorder recorder, RecordedRequest request, CancellationToken stopping)
{
    /// <summary>Lets the request take its effect, and says what Discord would answer.</summary>
    public required Func<Answer> Accept { get; init; }

    /// <summary>Takes the request out of its buckets all the same, and gives the headers that say so.</summary>
    public required Func<IReadOnlyDictionary<string, string>> TakeLimits { get; init; }

    /// <summary>Notes that the client was told to wait.</summary>
    public required Action<LimitRefusal> Refused { get; init; }

    /// <summary>Waits for something of the test's, unless the client gives up or the fake stops first.</summary>
    public async Task WaitAsync(Task until)
    {
        using var ending = Ending();
        await until.WaitAsync(ending.Token);
    }

    public async Task SendAsync(Answer answer)
    {
        Start(answer);
        if (answer.Body is { } body)
        {
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }

    /// <summary>Sends a body that may be anything, in one piece or byte by byte.</summary>
    public async Task SendAsync(int status, string contentType, string body, TimeSpan pause = default)
    {
        Start(new(status));
        context.Response.ContentType = contentType;
        if (pause == default)
        {
            await context.Response.WriteAsync(body, context.RequestAborted);
            return;
        }

        using var ending = Ending();
        foreach (var piece in Encoding.UTF8.GetBytes(body).Chunk(1))
        {
            await context.Response.Body.WriteAsync(piece, ending.Token);
            await context.Response.Body.FlushAsync(ending.Token);
            await Task.Delay(pause, ending.Token);
        }
    }

    /// <summary>Never answers; ends when the client gives up or the fake stops.</summary>
    public async Task HangAsync()
    {
        using var ending = Ending();
        await Task.Delay(Timeout.InfiniteTimeSpan, ending.Token);
    }

    /// <summary>Cuts the connection.</summary>
    public void Drop() => context.Abort();

    private CancellationTokenSource Ending() => CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);

    private void Start(Answer answer)
    {
        var scope = answer.Headers.GetValueOrDefault("X-RateLimit-Scope");
        recorder.Answered(request.Sequence, answer.Status, scope);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Body is null ? null : "application/json";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }
    }
}
