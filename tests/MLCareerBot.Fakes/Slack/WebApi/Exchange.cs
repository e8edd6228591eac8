using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A request being answered, and the ways in which that can be done or go wrong.</summary>
internal sealed class Exchange(HttpContext context, CancellationToken stopping)
{
    /// <summary>Lets the request take its effect, and says what Slack would answer.</summary>
    public required Func<ApiAnswer> Accept { get; init; }

    /// <summary>Keeps what is about to go back.</summary>
    public required Action<ApiAnswer> Record { get; init; }

    /// <summary>Notes that the app was told to wait.</summary>
    public Action<TimeSpan?> ToldToWait { get; init; } = _ => { };

    public Task PlayAsync(Fault? fault) => fault is null ? SendAsync(Accept()) : fault.PlayAsync(this);

    public Task SendAsync(ApiAnswer answer)
    {
        // Recorded first: a test that has seen the answer finds it in the record.
        Record(answer);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>Never answers; ends when the app gives up or the fake stops.</summary>
    public async Task HangAsync()
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, ending.Token);
    }

    /// <summary>Cuts the connection.</summary>
    public void Drop() => context.Abort();
}
